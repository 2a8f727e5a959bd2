import { useEffect, useState } from "react";
import { ruleTitle } from "../../messages";
import { usePane } from "../context";
import { Loading } from "../Loading";
import { Prose } from "./Prose";

/** The Japanese page begins with its own title, and with what tools call the rule: nothing for people. */
const TITLE_AND_ID = /^# .*\n+`[a-z-]+\/[a-z-]+`\n/;

/** The page of a rule, as it stands in the documentation: part of the build, so that it is there without a network. */
export default function RulePage({ rule }: { readonly rule: string }) {
  const { language, words } = usePane();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    pageOf(rule).then(
      (page) => wanted && setText(page),
      () => wanted && setText(""),
    );
    return () => {
      wanted = false;
    };
  }, [rule]);
  if (text === null) return <Loading />;
  const [japanese = "", english = ""] = text.split(/^## In English$/m);
  const told = language === "en" ? english : japanese.replace(TITLE_AND_ID, "");
  if (text === "" || told.trim() === "") return <p className="label">{words.findings.rulePageLost}</p>;
  return (
    <div className="rule-page">
      <Prose text={`# ${ruleTitle(rule, language)}\n\n${told}`} />
    </div>
  );
}

/** @throws when there is no such page */
async function pageOf(rule: string): Promise<string> {
  const [group, name] = rule.split("/");
  const page = (await import(`../../../docs/rules/${group}/${name}.md`)) as { readonly default: string };
  return page.default;
}
