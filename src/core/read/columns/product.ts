/** Two or more of the factors multiply to the amount, or to it without tax; at most a handful are given. */
export function multiplyTo(factors: readonly number[], amount: number): boolean {
  const subsets = 1 << factors.length;
  for (let chosen = 3; chosen < subsets; chosen++) {
    if ((chosen & (chosen - 1)) === 0) continue;
    let product = 1;
    for (let index = 0; index < factors.length; index++) if (chosen & (1 << index)) product *= factors[index] as number;
    if (Math.abs(product - amount) < 1 || Math.abs(Math.round(product * 1.1) - amount) < 1) return true;
  }
  return false;
}
