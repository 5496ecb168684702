import { createBrowserRouter } from 'react-router';
import { withWords } from '../i18n';
import { Broken, Missing } from './broken';
import { Home } from './home';
import { Shell } from './shell';
import { Waiting } from './waiting';

// told fetches a page together with its words.
const told =
  <T,>(page: () => Promise<T>) =>
  () =>
    withWords(page);

// Every page is a chunk of its own: whoever opens the calendar fetches the calendar.
export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    hydrateFallbackElement: <Waiting />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/sign-in', lazy: told(() => import('../pages/signin/signin')) },
      { path: '/invitation', lazy: told(() => import('../pages/invitation/invitation')) },
      { path: '/client', lazy: told(() => import('../pages/client/page')) },
      { path: '/reset', lazy: told(() => import('../pages/reset/reset')) },
      { path: '/setup', lazy: told(() => import('../pages/setup/setup')) },
      { path: '/start', lazy: told(() => import('../pages/start/page')) },
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
                lazy: told(() => import('../pages/settings/layout')),
                children: [
                  { path: 'calendar', lazy: told(() => import('../pages/settings/calendar/page')) },
                  { path: 'channels', lazy: told(() => import('../pages/settings/channels/page')) },
                  { path: 'plan', lazy: told(() => import('../pages/settings/plan/page')) },
                  { path: 'plan/campaigns/:campaign', lazy: told(() => import('../pages/settings/plan/campaign')) },
                  { path: 'members', lazy: told(() => import('../pages/settings/members/page')) },
                  { path: 'links', lazy: told(() => import('../pages/settings/links/page')) },
                  { path: 'roles', lazy: told(() => import('../pages/settings/roles/page')) },
                  { path: 'approval', lazy: told(() => import('../pages/settings/approval/page')) },
                  { path: 'absences', lazy: told(() => import('../pages/settings/absences/page')) },
                  { path: 'margin', lazy: told(() => import('../pages/settings/margin/page')) },
                  { path: 'times', lazy: told(() => import('../pages/settings/times/page')) },
                  { path: 'hooks', lazy: told(() => import('../pages/settings/hooks/page')) },
                  { path: 'hooks/:hook', lazy: told(() => import('../pages/settings/hooks/hook')) },
                  { path: 'record', lazy: told(() => import('../pages/settings/record/page')) },
                  { path: 'profile', lazy: told(() => import('../pages/settings/profile/page')) },
                  { path: 'security', lazy: told(() => import('../pages/settings/security/page')) },
                  { path: 'notices', lazy: told(() => import('../pages/settings/notices/page')) },
                  { path: 'tokens', lazy: told(() => import('../pages/settings/tokens/page')) },
                  { path: 'instance-hooks', lazy: told(() => import('../pages/settings/hooks/instance')) },
                  { path: 'instance-hooks/:hook', lazy: told(() => import('../pages/settings/hooks/hook')) },
                  { path: 'people', lazy: told(() => import('../pages/settings/people/page')) },
                ],
              },
              { path: 'approval', lazy: told(() => import('../pages/approval/page')) },
              { path: 'crisis', lazy: told(() => import('../pages/crisis/page')) },
              { path: 'desk', lazy: told(() => import('../pages/desk/page')) },
              { path: 'posts/:post', lazy: told(() => import('../pages/post/page')) },
            ],
          },
        ],
      },
      { path: '*', element: <Missing /> },
    ],
  },
]);
