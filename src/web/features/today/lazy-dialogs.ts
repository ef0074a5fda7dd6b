import { lazyDialog, lazyPart } from '../../components/loading/lazy-part';

// What opens on a click is not waited for by who opens the day.
export const LazyNewPatientDialog = lazyDialog(
  async () => (await import('../patients/new-patient')).NewPatientDialog,
  'opened',
  false,
);
export const LazyEntryDialog = lazyDialog(
  async () => (await import('../patients/visits/entry-dialog')).EntryDialog,
  'action',
  null,
);
export const LazyMoveVisitDialog = lazyDialog(
  async () => (await import('../patients/visits/move-visit')).MoveVisitDialog,
  'move',
  null,
);
export const LazyStopCourseDialog = lazyDialog(
  async () => (await import('../patients/stop-course')).StopCourseDialog,
  'opened',
  false,
);
export const LazyAcknowledgement = lazyPart(
  async () => (await import('../../entries/acknowledgement')).Acknowledgement,
);
