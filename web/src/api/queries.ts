import { useQuery } from '@tanstack/react-query';
import { api, ask, every, type Post } from './client';

// Every query has its key here, so that what an event changes can be found again.
export const keys = {
  me: ['me'] as const,
  calendars: ['calendars'] as const,
  channels: (calendar: string) => ['channels', calendar] as const,
  campaigns: (calendar: string) => ['campaigns', calendar] as const,
  pillars: (calendar: string) => ['pillars', calendar] as const,
  members: (calendar: string) => ['members', calendar] as const,
  pauses: ['pauses'] as const,
  crises: (calendar: string) => ['crises', calendar] as const,
  notices: ['notices'] as const,
  noticeCount: ['notice-count'] as const,
  held: ['held'] as const,
  preflight: (post: string) => ['preflight', post] as const,
  posts: (calendar: string) => ['posts', calendar] as const,
  post: (post: string) => ['post', post] as const,
  presence: (post: string) => ['presence', post] as const,
  talk: (post: string) => ['talk', post] as const,
  revisions: (post: string) => ['revisions', post] as const,
};

export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: () => ask(api.GET('/api/v1/me')), staleTime: 60_000 });
}

export function useCalendars() {
  return useQuery({
    queryKey: keys.calendars,
    queryFn: () => every((cursor) => ask(api.GET('/api/v1/calendars', { params: { query: { cursor, limit: 200 } } }))),
    staleTime: 60_000,
  });
}

export function useChannels(calendar: string) {
  return useQuery({
    queryKey: keys.channels(calendar),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/channels', {
            params: { path: { calendar }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    staleTime: 60_000,
  });
}

export function useCampaigns(calendar: string) {
  return useQuery({
    queryKey: keys.campaigns(calendar),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/campaigns', {
            params: { path: { calendar }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    staleTime: 60_000,
  });
}

export function usePillars(calendar: string) {
  return useQuery({
    queryKey: keys.pillars(calendar),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/pillars', {
            params: { path: { calendar }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    staleTime: 60_000,
  });
}

export function useMembers(calendar: string) {
  return useQuery({
    queryKey: keys.members(calendar),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/calendars/{calendar}/members', {
            params: { path: { calendar }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    staleTime: 60_000,
  });
}

export function usePauses() {
  return useQuery({
    queryKey: keys.pauses,
    queryFn: () =>
      every((cursor) => ask(api.GET('/api/v1/pauses', { params: { query: { cursor, limit: 200, active: true } } }))),
    staleTime: 30_000,
  });
}

// PostsAsked is what a view of the calendar shows.
export interface PostsAsked {
  from?: string;
  to?: string;
  undated?: boolean;
  status?: string[];
  channel?: string;
  campaign?: string;
  pillar?: string;
  q?: string;
}

export function listPosts(calendar: string, asked: PostsAsked): Promise<Post[]> {
  return every((cursor) =>
    ask(
      api.GET('/api/v1/calendars/{calendar}/posts', {
        params: { path: { calendar }, query: { ...asked, cursor, limit: 500 } },
      }),
    ),
  );
}

export function usePosts(calendar: string, asked: PostsAsked, enabled = true) {
  return useQuery({
    queryKey: [...keys.posts(calendar), asked],
    queryFn: () => listPosts(calendar, asked),
    enabled,
    // the days before stay while the next are fetched; another calendar's never do
    placeholderData: (before, query) => (query?.queryKey[1] === calendar ? before : undefined),
  });
}

export function usePost(post: string | undefined) {
  return useQuery({
    queryKey: keys.post(post ?? ''),
    queryFn: () => ask(api.GET('/api/v1/posts/{post}', { params: { path: { post: post ?? '' } } })),
    enabled: Boolean(post),
  });
}
