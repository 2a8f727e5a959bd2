import { usePane } from "./context";

/** In place of what is still being loaded or worked out. @param text what is going on; loading, where nothing is said */
export function Loading({ text }: { readonly text?: string }) {
  const { words } = usePane();
  return (
    <p className="label" aria-busy="true">
      {text ?? words.loading}
    </p>
  );
}
