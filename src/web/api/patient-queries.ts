import { queryOptions } from '@tanstack/react-query';
import type { SlotName } from '../../domain/course/record/slots';
import { api, bodyOf } from './client';
import { queryKeys } from './query-keys';

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.patient(id),
    queryFn: () => bodyOf(api.GET('/v1/patients/{id}', { params: { path: { id } } })),
  });

/** A patient's courses, first to last. */
export const coursesOfPatientQuery = (patientId: string) =>
  queryOptions({
    queryKey: queryKeys.coursesOfPatient(patientId),
    queryFn: async () => {
      const path = { patientId };
      return (await bodyOf(api.GET('/v1/patients/{patientId}/courses', { params: { path } }))).items;
    },
  });

/** A course with its slots. */
export const courseQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.course(id),
    queryFn: () => bodyOf(api.GET('/v1/courses/{id}', { params: { path: { id } } })),
  });

export const courseOutcomeQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.courseOutcome(id),
    queryFn: () => bodyOf(api.GET('/v1/courses/{id}/outcome', { params: { path: { id }, query: {} } })),
  });

export const trajectoryQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.courseTrajectory(id),
    queryFn: () => bodyOf(api.GET('/v1/courses/{id}/charts/trajectory', { params: { path: { id } } })),
  });

/** Every safety notice of a course, newest first. */
export const noticesQuery = (courseId: string) =>
  queryOptions({
    queryKey: queryKeys.courseNotices(courseId),
    queryFn: async () => {
      const path = { courseId };
      const address = '/v1/courses/{courseId}/safety-notices';
      return (await bodyOf(api.GET(address, { params: { path } }))).items;
    },
  });

/** Every version of a slot, newest first. */
export const versionsQuery = (courseId: string, slot: SlotName) =>
  queryOptions({
    queryKey: queryKeys.slotVersions(courseId, slot),
    queryFn: async () => {
      const path = { courseId, slot };
      const address = '/v1/courses/{courseId}/assessments/{slot}/versions';
      return (await bodyOf(api.GET(address, { params: { path } }))).items;
    },
  });
