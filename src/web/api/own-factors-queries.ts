import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { queryKeys } from './query-keys';

/** Whether the person signs in with an authenticator app too. */
export const ownSecondFactorQuery = queryOptions({
  queryKey: queryKeys.ownSecondFactor,
  queryFn: () => bodyOf(api.GET('/v1/account/second-factor')),
});

/** Whether the person signs in at the identity provider, and has a password. */
export const ownSsoQuery = queryOptions({
  queryKey: queryKeys.ownSso,
  queryFn: () => bodyOf(api.GET('/v1/account/sso')),
});

/** The passkeys of the person. */
export const ownPasskeysQuery = queryOptions({
  queryKey: queryKeys.ownPasskeys,
  queryFn: () => bodyOf(api.GET('/v1/account/passkeys')),
});
