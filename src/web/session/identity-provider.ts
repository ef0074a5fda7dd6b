import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import { queryKeys } from '../api/query-keys';

/** Why this tab left for the identity provider, and from where; it is gone with the tab. */
const LEFT = 'cudos left for provider';

/** What a person left for: to sign in, or to link the account there with the own one. */
interface Leave {
  purpose: 'sign-in' | 'link';
  page: string;
}

/** How the identity provider is called at which people may sign in; null where there is none. */
export const identityProviderQuery = queryOptions({
  queryKey: queryKeys.identityProvider,
  queryFn: async () => (await bodyOf(api.GET('/v1/session/sso'))).provider,
  staleTime: Infinity,
});

/** Leaves for the identity provider; the page that it sends back to goes on. @param invitation Secret of its link, of who was invited. */
export async function leaveToSignIn(invitation?: string): Promise<void> {
  const { address } = await bodyOf(api.POST('/v1/session/sso/options', { body: { invitation } }));
  leave('sign-in', address);
}

/** The same of who is signed in, to link the account there. @param currentPassword Of who has no second factor. */
export async function leaveToLink(currentPassword?: string): Promise<void> {
  const { address } = await bodyOf(api.POST('/v1/account/sso/options', { body: { currentPassword } }));
  leave('link', address);
}

/** Why the person left; to sign in where this tab knows nothing of it. */
export function takeLeave(): Leave {
  const kept = sessionStorage.getItem(LEFT);
  sessionStorage.removeItem(LEFT);
  const { purpose, page } = JSON.parse(kept ?? '{}') as Partial<Leave>;
  const isOwn = page !== undefined && !/^\/(single-sign-on|invitation|password-reset)/.test(page);
  return { purpose: purpose ?? 'sign-in', page: isOwn ? page : '/' };
}

function leave(purpose: Leave['purpose'], address: string): void {
  const { pathname, search } = window.location;
  sessionStorage.setItem(LEFT, JSON.stringify({ purpose, page: pathname + search } satisfies Leave));
  window.location.assign(address);
}
