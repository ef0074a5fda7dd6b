/** How many. @integer @minimum 0 */
export type WholeNumber = number;

/** Per cent of all. @minimum 0 @maximum 100 */
export type Percent = number;

/** A share of all. @minimum 0 @maximum 1 */
export type Proportion = number;
