import { Button } from "@fluentui/react-components";
import { useState, type KeyboardEventHandler, type ReactNode } from "react";
import { usePane } from "./context";

/** As many as a person reads at a time; a budget may have thousands of lines, and the pane has to stay quick. */
const FEW = 60;

interface Props<T> {
  readonly items: readonly T[];
  readonly className?: string;
  /** So many are shown in any case. */
  readonly atLeast?: number;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
  readonly children: (item: T) => ReactNode;
}

/** A list that shows its first items, and more when asked. */
export function Few<T>({ items, className = "", atLeast = 0, onKeyDown, children }: Props<T>) {
  const { words } = usePane();
  const [asked, setShown] = useState(FEW);
  const shown = Math.max(asked, atLeast);
  return (
    <>
      <ol className={`plain ${className}`} onKeyDown={onKeyDown}>
        {items.slice(0, shown).map(children)}
      </ol>
      {items.length > shown && (
        <Button size="small" className="more" onClick={() => setShown(shown + FEW)}>
          {words.more(items.length - shown)}
        </Button>
      )}
    </>
  );
}
