import { Suspense, useState, type ReactNode } from "react";
import { usePane } from "./context";

interface Props {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** Something to open: what is inside is made, and loaded, when it is first opened. */
export function Later({ title, children }: Props) {
  const { words } = usePane();
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {opened && <Suspense fallback={<p className="label">{words.loading}</p>}>{children}</Suspense>}
    </details>
  );
}
