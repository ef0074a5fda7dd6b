/** @format uuid @example "019a5c1e-8f00-7000-8000-000000000010" */
export type Id = string;
