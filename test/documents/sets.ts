/** Folders of `test/fixtures/estimates` that hold a budget, its papers and their truth; its README says by whom. */
export const SETS: readonly string[] =
  "given layouts brewery woodwork joinery seafood sawmill carehome machining fishfood waxmaker eyemaker".split(" ");
