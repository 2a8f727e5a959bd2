/** What is worked out once: of short texts that many lines share, or of data that not every call needs. */

/** A budget's own vendors and units; where there are more, it begins anew rather than keep them all. */
const MOST = 2_000;
/** Letters: longer texts hardly come again, and are not kept. */
const LONGEST = 80;

/** The same answers as `workOut`, which must depend on the text alone. */
export function recalled<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return workOut(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = workOut(text);
    if (known.size >= MOST) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** Works out once for each object, and forgets with it. */
export function onceFor<Of extends object, T>(workOut: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly answer: T }>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = { answer: workOut(of) }));
    return found.answer;
  };
}

/** Works out at the first call. */
export function once<T extends object>(workOut: () => T): () => T {
  let known: T | null = null;
  return () => (known ??= workOut());
}
