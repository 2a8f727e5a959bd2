import { useReport } from "../context";
import { isTypedCondition, TypedCondition } from "../settings/TypedCondition";
import { ApplicantChoice, FrameChoice } from "../start/Conditions";

/** What has to be known before there is a sum: why it is not, and each asked for where it is missed. */
export function Missing({ what }: { readonly what: readonly string[] }) {
  const { words } = useReport();
  const { missing, missingName, missingWhy } = words.result;
  const asked = what.filter((name) => name !== "cap"); // the one that nobody at the keyboard can tell
  return (
    <>
      {asked.length > 0 && <p className="bad">{missing(asked.map(missingName).join(words.listJoin))}</p>}
      {what.map((name) => {
        const why = missingWhy[name];
        return why === undefined ? null : <p key={name}>{why}</p>;
      })}
      <div className="fields">
        {what.includes("frame") && <FrameChoice />}
        {what.includes("applicant") && <ApplicantChoice />}
        {what.filter(isTypedCondition).map((name) => (
          <TypedCondition key={name} name={name} />
        ))}
      </div>
    </>
  );
}
