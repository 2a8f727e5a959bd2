import { cellName } from "../../core/workbook/workbook";
import type { LineAsset, Measure as Found } from "../../core/subsidy/measure";
import { measureWords } from "../../messages/measure";
import { percent } from "../../messages/message";
import { CellLink } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { FrameChoice } from "../start/Conditions";

/** What a scheme gives that pays no subsidy: which assets qualify for the tax measure, or what comes off the tax. */
export function Measure() {
  const { measure } = useReport().report;
  if (measure === null) return null;
  if (measure.kind === "tax-credit") return <Relief {...measure} />;
  return measure.assets.length === 0 ? null : <Assets assets={measure.assets} />;
}

function Assets({ assets }: { readonly assets: readonly LineAsset[] }) {
  const { language, words } = useReport();
  const good = assets.filter(({ qualifies }) => qualifies === true).length;
  const open = assets.filter(({ qualifies }) => qualifies === null).length;
  return (
    <section className="card" aria-labelledby="measure">
      <h3 id="measure">{measureWords[language].assets}</h3>
      <p>
        {words.measure.count(good, assets.length)} {open > 0 && words.measure.open(open)}
      </p>
      <Few items={assets}>{(asset) => <AssetRow key={`${asset.sheet}!${asset.row}`} asset={asset} />}</Few>
    </section>
  );
}

/** One asset with what stands in its way, and what has still to be looked at. */
function AssetRow({ asset }: { readonly asset: LineAsset }) {
  const { scheme, language } = useReport();
  const say = measureWords[language];
  const kind = scheme?.frames.find(({ id }) => id === asset.frame)?.name[language];
  const tone = asset.qualifies === null ? "" : asset.qualifies ? "good" : "bad";
  return (
    <li className="line">
      <div className="line-head">
        <span>{asset.name}</span>
        <CellLink sheet={asset.sheet} cell={cellName(asset.row, 1)} />
      </div>
      <div className="label">
        <span className={`tag ${tone}`}>{say.resultOf(asset.qualifies)}</span>
        {kind}
      </div>
      {asset.obstacles.map((obstacle) => (
        <p key={obstacle.code}>
          {say.why(obstacle)} <span className="label">{obstacle.source.clause}</span>
        </p>
      ))}
      {asset.missing.map((what) => (
        <p key={what}>{say.unknown(what)}</p>
      ))}
    </li>
  );
}

function Relief({ investment, relief }: Extract<Found, { kind: "tax-credit" }>) {
  const { language, words } = useReport();
  const say = measureWords[language];
  return (
    <section className="card" aria-labelledby="measure">
      <h3 id="measure">{say.relief}</h3>
      <table className="figures" aria-labelledby="measure">
        <tbody>
          <tr>
            <th scope="row">{say.investment}</th>
            <td className="number">{words.yen(investment)}</td>
          </tr>
          {relief.map(({ share, yen }) => (
            <tr key={share} className="sum">
              <th scope="row">{say.share(percent(share))}</th>
              <td className="number">{words.yen(yen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {relief.length > 1 && <p className="label">{words.measure.oneOf}</p>}
      {relief.length === 0 && (
        <>
          <p>{words.measure.noFrame}</p>
          <FrameChoice />
        </>
      )}
    </section>
  );
}
