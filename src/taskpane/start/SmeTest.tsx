import { Button, Input, Select } from "@fluentui/react-components";
import { useId, useState } from "react";
import { smeClass, type SmeResult, type SmeRow } from "../../core/scheme/sme";
import { smeTable } from "../../schemes";
import { useReport } from "../context";
import { figure, typedNumber } from "../figures";

/** Tells a small or medium business from others by the guideline's table, and shows the row that decided. */
export default function SmeTest() {
  const { session, state, language, words } = useReport();
  const id = useId();
  const [industry, setIndustry] = useState("");
  const [main, setMain] = useState("");
  const [capital, setCapital] = useState("");
  const [employees, setEmployees] = useState("");
  const { sme } = words;
  const whole = (text: string) => {
    const plain = typedNumber(text);
    return plain === null || plain.includes(".") ? null : Number(plain);
  };
  const result =
    industry === ""
      ? null
      : smeClass(smeTable, {
          industry: Number(industry),
          ...(main === "" ? {} : { mainIndustry: Number(main) }),
          capital: whole(capital),
          employees: whole(employees),
        });
  const borrows = result?.row?.employees === "main-industry";
  const rows = (list: readonly SmeRow[]) =>
    list.map(({ no, name }) => (
      <option key={no} value={no}>
        {name[language]}
      </option>
    ));

  return (
    <div className="form" role="group" aria-label={sme.title}>
      <label htmlFor={`${id}-industry`}>{sme.industry}</label>
      <Select id={`${id}-industry`} size="small" value={industry} onChange={(_, { value }) => setIndustry(value)}>
        <option value="">{words.conditions.unchosen}</option>
        {rows(smeTable.rows)}
      </Select>
      {borrows && (
        <>
          <label htmlFor={`${id}-main`}>{sme.mainIndustry}</label>
          <Select id={`${id}-main`} size="small" value={main} onChange={(_, { value }) => setMain(value)}>
            <option value="">{words.conditions.unchosen}</option>
            {rows(smeTable.rows.filter(({ employees: limit }) => typeof limit === "number"))}
          </Select>
        </>
      )}
      <label htmlFor={`${id}-capital`}>{sme.capital}</label>
      <Input
        id={`${id}-capital`}
        size="small"
        inputMode="numeric"
        placeholder={sme.noCapital}
        value={capital}
        onChange={(_, { value }) => setCapital(value)}
      />
      <label htmlFor={`${id}-employees`}>{sme.employees}</label>
      <Input
        id={`${id}-employees`}
        size="small"
        inputMode="numeric"
        value={employees}
        onChange={(_, { value }) => setEmployees(value)}
      />
      <div role="status">
        {result !== null && <Told result={result} />}
        {result?.class != null && (
          <Button
            size="small"
            onClick={() =>
              result.class !== null && void session.choose({ ...state.saved.settings, applicant: result.class })
            }
          >
            {sme.use(words.classes[result.class])}
          </Button>
        )}
      </div>
    </div>
  );
}

function Told({ result }: { readonly result: SmeResult }) {
  const { language, words } = useReport();
  const { sme } = words;
  const { capital, employees } = result.limits;
  return (
    <>
      {result.class === null ? (
        <p>{sme.missing(result.missing.map((what) => sme.missingNames[what]).join(words.listJoin))}</p>
      ) : (
        <p>
          <strong>{words.classes[result.class]}</strong>
        </p>
      )}
      {result.row !== null && (
        <p className="label">
          {sme.row(
            result.row.name[language],
            [
              capital === null ? "" : sme.capitalLimit(figure(capital)),
              employees === null ? "" : sme.employeesLimit(figure(employees)),
            ]
              .filter((part) => part !== "")
              .join(sme.or),
          )}{" "}
          {words.findings.clause(result.clause)}
        </p>
      )}
    </>
  );
}
