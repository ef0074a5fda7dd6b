/** A square matrix as rows. */
export type Matrix = number[][];

/** A matrix of this size with zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

/** The element at a place that is inside. */
export function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? NaN;
}

/**
 * What is the inverse of this symmetric positive definite matrix?
 *
 * Input: such a matrix, e.g. a covariance. Output: its inverse by Cholesky's decomposition; null where it is not positive
 * definite, as when one variable is a constant or follows from the others.
 *
 * Example: the inverse of [[4, 2], [2, 3]] is [[0.375, -0.25], [-0.25, 0.5]].
 */
export function inverseOf(matrix: Matrix): Matrix | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const size = matrix.length;
  const inverse = zeros(size, size);
  for (let column = 0; column < size; column += 1) {
    const solved = new Array<number>(size).fill(0);
    for (let i = 0; i < size; i += 1) {
      let rest = i === column ? 1 : 0;
      for (let k = 0; k < i; k += 1) rest -= at(lower, i, k) * (solved[k] ?? 0);
      solved[i] = rest / at(lower, i, i);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let rest = solved[i] ?? 0;
      for (let k = i + 1; k < size; k += 1) rest -= at(lower, k, i) * at(inverse, k, column);
      (inverse[i] as number[])[column] = rest / at(lower, i, i);
    }
  }
  return inverse;
}

function cholesky(matrix: Matrix): Matrix | null {
  const size = matrix.length;
  const lower = zeros(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = at(matrix, i, j);
      for (let k = 0; k < j; k += 1) rest -= at(lower, i, k) * at(lower, j, k);
      // What is left of a variance that follows from the others is rounding.
      if (i === j && !(rest > 1e-12 * at(matrix, i, i))) return null;
      (lower[i] as number[])[j] = i === j ? Math.sqrt(rest) : rest / at(lower, j, j);
    }
  }
  return lower;
}
