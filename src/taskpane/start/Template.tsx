import { Button } from "@fluentui/react-components";
import { useReport } from "../context";

/** Adds ready-to-fill sheets of the scheme to the open workbook. */
export function Template() {
  const { session, state, scheme, language, words } = useReport();
  if (scheme === undefined) return null;
  return (
    <section className="card" aria-labelledby="template">
      <h3 id="template">{words.template.title}</h3>
      <p className="label">{words.template.hint(scheme.name[language])}</p>
      <Button size="small" disabled={state.work !== null} onClick={() => void session.insertTemplate()}>
        {words.template.insert}
      </Button>
    </section>
  );
}
