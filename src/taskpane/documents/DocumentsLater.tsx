import { lazy, Suspense } from "react";
import { usePane } from "../context";

const Documents = lazy(() => import("./Documents"));

/** Everything about estimates is loaded when its tab is first looked at. */
export function DocumentsLater() {
  const { words } = usePane();
  return (
    <Suspense fallback={<p className="label">{words.loading}</p>}>
      <Documents />
    </Suspense>
  );
}
