/**
 * Who may call which route: the roles, or `public` for anybody without signing in. The tests try every route as
 * every role and fail for a route that is missing here.
 */
export const permissions = {
  'GET /livez': 'public',
  'GET /readyz': 'public',
  'GET /problems/:type': 'public',
  'GET /openapi.json': 'public',
  'GET /docs': 'public',
  'GET /docs/': 'public',
  'GET /docs/*': 'public',
  'GET /docs/LICENSE': 'public',
  'GET /docs/index.html': 'public',
  'GET /docs/swagger-ui-init.js': 'public',
  'GET /docs/docs/swagger-ui-init.js': 'public',

  'GET /*': 'public',
  'GET /assets/*': 'public',

  'GET /v1/published': 'public',
  'GET /v1/published/:slug': 'public',
  'GET /v1/published/:slug.csv': 'public',
  'GET /v1/published/:slug/charts/:name': 'public',
  'GET /v1/published/:slug/charts/:name.png': 'public',
  'GET /v1/published/:slug/charts/:name.svg': 'public',
  'GET /v1/published/snapshots/:id': 'public',
  'GET /v1/published/snapshots/:id.csv': 'public',
  'GET /v1/published/snapshots/:id/charts/:name': 'public',
  'GET /v1/published/snapshots/:id/charts/:name.png': 'public',
  'GET /v1/published/snapshots/:id/charts/:name.svg': 'public',
  'GET /.well-known/cudos-signing-keys': 'public',
  'GET /published/:slug': 'public',
  'GET /published/definitions/:version': 'public',
  'GET /embed/:slug': 'public',
  'GET /embed.js': 'public',
  'GET /embed.css': 'public',

  'POST /v1/setup': 'public',
  'POST /v1/one-time-links/redemption': 'public',

  'POST /v1/session': 'public',
  'GET /v1/session': 'clinician director marketing',
  'DELETE /v1/session': 'clinician director marketing',

  'PUT /v1/account/password': 'clinician director marketing',
  'GET /v1/account/sessions': 'clinician director marketing',
  'DELETE /v1/account/sessions': 'clinician director marketing',
  'DELETE /v1/account/sessions/:id': 'clinician director marketing',

  'GET /v1/clinic': 'clinician director marketing',
  'GET /v1/clinic/clinicians': 'clinician director',
  'PATCH /v1/clinic': 'director',

  'GET /v1/staff': 'director',
  'POST /v1/staff': 'director',
  'PATCH /v1/staff/:id': 'director',
  'POST /v1/staff/:id/one-time-link': 'director',

  'GET /v1/patients': 'clinician director',
  'POST /v1/patients': 'clinician director',
  'GET /v1/patients/:id': 'clinician director',
  'PATCH /v1/patients/:id': 'clinician director',
  'GET /v1/patients/:patientId/courses': 'clinician director',
  'POST /v1/patients/:patientId/courses': 'clinician director',

  'GET /v1/courses': 'clinician director',
  'GET /v1/courses/:id': 'clinician director',
  'PATCH /v1/courses/:id': 'clinician director',
  'GET /v1/courses/:id/outcome': 'clinician director',
  'GET /v1/courses/:id/charts/trajectory': 'clinician director',
  'GET /v1/courses/:id/charts/trajectory.png': 'clinician director',
  'GET /v1/courses/:id/charts/trajectory.svg': 'clinician director',
  'GET /v1/courses/:id/charts/trajectory.csv': 'clinician director',

  'GET /v1/courses/:courseId/assessments/:slot': 'clinician director',
  'PUT /v1/courses/:courseId/assessments/:slot': 'clinician director',
  'GET /v1/courses/:courseId/assessments/:slot/versions': 'clinician director',
  'GET /v1/courses/:courseId/safety-notices': 'clinician director',
  'GET /v1/safety-notices': 'clinician director',
  'POST /v1/safety-notices/:id/acknowledgement': 'clinician director',

  'GET /v1/cohorts/outcome': 'director',
  'GET /v1/cohorts/courses': 'director',
  'GET /v1/cohorts/comparison': 'director',
  'GET /v1/cohorts/charts/:name': 'director',
  'GET /v1/cohorts/charts/:name.png': 'director',
  'GET /v1/cohorts/charts/:name.svg': 'director',
  'GET /v1/cohorts/charts/:name.csv': 'director',

  'GET /v1/publications': 'director marketing',
  'POST /v1/publications': 'director marketing',
  'GET /v1/publications/:id': 'director marketing',
  'PATCH /v1/publications/:id': 'director marketing',
  'DELETE /v1/publications/:id': 'director marketing',
  'POST /v1/publications/:id/approval': 'director',
  'POST /v1/publications/:id/withdrawal': 'director',
  'GET /v1/publications/:id/today': 'director',
  'POST /v1/claim-checks': 'director marketing',

  'GET /v1/imports': 'director',
  'GET /v1/imports/columns': 'director',
  'POST /v1/imports': 'director',
  'GET /v1/exports': 'director',
  'GET /v1/exports/courses.csv': 'director',
  'GET /v1/exports/scores.csv': 'director',
} as const satisfies Record<string, string>;

export type Route = keyof typeof permissions;
