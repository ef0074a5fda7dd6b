/** Something unlikely that a person may confirm with a reason; unlike a fault it can be overridden. */
export interface Warning {
  readonly rule:
    | 'large-change'
    | 'unlike-own-course'
    | 'opposite-answers'
    | 'date-far-from-plan'
    | 'infusions-weeks-apart'
    | 'infusions-on-one-day'
    | 'baseline-long-after-start';
  readonly message: string;
}
