import { useEffect, useState } from "react";

/** What somebody else has to work out first; null until it is known. The last answer stands until the next. */
export function useAnswer<T>(ask: () => Promise<T>, about: readonly unknown[]): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let wanted = true;
    ask().then(
      (value) => wanted && setAnswer(value),
      () => undefined, // what went wrong is told where the check itself is asked for
    );
    return () => {
      wanted = false;
    };
  }, about);
  return answer;
}
