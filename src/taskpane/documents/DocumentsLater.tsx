import { lazy, Suspense } from "react";
import { Loading } from "../Loading";

const Documents = lazy(() => import("./Documents"));

/** Everything about estimates is loaded when its tab is first looked at. */
export function DocumentsLater() {
  return (
    <Suspense fallback={<Loading />}>
      <Documents />
    </Suspense>
  );
}
