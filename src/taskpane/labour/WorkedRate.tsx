import { figure } from "../figures";
import type { LabourRow } from "../../core/report/report";
import { usePane } from "../context";

interface Props {
  readonly parts: LabourRow["parts"];
  /** Yen an hour, as the engine worked it out. */
  readonly rate: number | null;
}

/** (base pay + allowances + welfare) ÷ scheduled hours, floored: the sum as a person would write it down. */
export function WorkedRate({ parts, rate }: Props) {
  const { words } = usePane();
  const { fields, labour } = words;
  const { basePay, allowances, welfare, overtime, bonus, oneOffPay, scheduledHours } = parts;
  if (basePay === null || scheduledHours === null || rate === null) return null;
  const sum = basePay + (allowances ?? 0) + (welfare ?? 0);
  // Where pay is taken out of the allowances the plain sum would not lead to the rate: then it is not shown as if it did.
  const leadsToRate = Math.floor(Number((sum / scheduledHours).toPrecision(12))) === rate;
  const excluded = [
    [fields.overtime, overtime],
    [fields.bonus, bonus],
    [fields.oneOffPay, oneOffPay],
  ] as const;
  return (
    <table className="figures">
      <tbody>
        <Row label={fields.basePay} value={figure(basePay)} />
        {allowances !== null && <Row label={fields.allowances} value={figure(allowances)} />}
        {excluded.map(([label, pay]) =>
          pay === null || pay === 0 ? null : (
            <tr key={label} className="excluded">
              <th scope="row">
                <s>{label}</s>
                {labour.excluded}
              </th>
              <td className="number">
                <s>{figure(pay)}</s>
              </td>
            </tr>
          ),
        )}
        {welfare !== null && <Row label={fields.welfare} value={figure(welfare)} />}
        {leadsToRate && <Row label={labour.sum} value={figure(sum)} sum />}
        <Row label={labour.divide} value={labour.hours(String(scheduledHours))} />
        <Row label={labour.hourly} value={words.yen(rate)} sum />
      </tbody>
    </table>
  );
}

function Row({
  label,
  value,
  sum = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly sum?: boolean;
}) {
  return (
    <tr className={sum ? "sum" : ""}>
      <th scope="row">{label}</th>
      <td className="number">{value}</td>
    </tr>
  );
}
