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
      { path: '/invitation', lazy: () => import('../pages/invitation/page') },
      { path: '/start', lazy: () => import('../pages/start/page') },
      { path: '/reset', lazy: () => import('../pages/reset/page') },
      {
        path: '/calendars/:calendar',
        element: <Shell />,
        children: [
          {
            errorElement: <Broken />,
            children: [
              { index: true, lazy: () => import('../pages/calendar/page') },
              { path: 'account', lazy: () => import('../pages/account/page') },
              { path: 'settings/:section?', lazy: () => import('../pages/settings/page') },
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
