import { createBrowserRouter } from 'react-router';
import { Broken, Missing } from './broken';
import { Home } from './home';
import { Shell } from './shell';
import { Waiting } from './waiting';

// Every page is a chunk of its own: whoever opens the calendar fetches the calendar.
export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    hydrateFallbackElement: <Waiting />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/sign-in', lazy: () => import('../pages/signin/signin') },
      { path: '/invitation', lazy: () => import('../pages/invitation/invitation') },
      { path: '/client', lazy: () => import('../pages/client/page') },
      { path: '/reset', lazy: () => import('../pages/reset/reset') },
      { path: '/start', lazy: () => import('../pages/start/page') },
      {
        path: '/calendars/:calendar',
        element: <Shell />,
        children: [
          {
            errorElement: <Broken />,
            children: [
              { index: true, lazy: () => import('../pages/calendar/page') },
              {
                path: 'settings',
                lazy: () => import('../pages/settings/layout'),
                children: [
                  { path: 'calendar', lazy: () => import('../pages/settings/calendar/page') },
                  { path: 'channels', lazy: () => import('../pages/settings/channels/page') },
                  { path: 'plan', lazy: () => import('../pages/settings/plan/page') },
                  { path: 'members', lazy: () => import('../pages/settings/members/page') },
                  { path: 'links', lazy: () => import('../pages/settings/links/page') },
                  { path: 'roles', lazy: () => import('../pages/settings/roles/page') },
                  { path: 'approval', lazy: () => import('../pages/settings/approval/page') },
                  { path: 'absences', lazy: () => import('../pages/settings/absences/page') },
                  { path: 'margin', lazy: () => import('../pages/settings/margin/page') },
                  { path: 'times', lazy: () => import('../pages/settings/times/page') },
                  { path: 'record', lazy: () => import('../pages/settings/record/page') },
                  { path: 'profile', lazy: () => import('../pages/settings/profile/page') },
                  { path: 'security', lazy: () => import('../pages/settings/security/page') },
                  { path: 'tokens', lazy: () => import('../pages/settings/tokens/page') },
                  { path: 'people', lazy: () => import('../pages/settings/people/page') },
                ],
              },
              { path: 'approval', lazy: () => import('../pages/approval/page') },
              { path: 'desk', lazy: () => import('../pages/desk/page') },
              { path: 'posts/:post', lazy: () => import('../pages/post/page') },
            ],
          },
        ],
      },
      { path: '*', element: <Missing /> },
    ],
  },
]);
