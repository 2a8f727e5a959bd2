import { faultSentence } from "./faults";
import { KINDS, TRAITS } from "../core/classify/kinds";
import { percent, type Facts, type FindingText, type RuleWords } from "./message";
import { isLeftOut, setAsideText, totalledText, unreadText } from "./reading";

const yen = (facts: Facts, key: string): string => `${facts.figure(key)}円`;
/** 199,000円, or 199,000円（税抜） where the sheet shows it with tax. */
const price = (facts: Facts, key: string): string => `${yen(facts, key)}${facts.has("withoutTax") ? "（税抜）" : ""}`;
const name = (facts: Facts): string => `「${facts.text("description")}」`;
/** The words that decided, with the item they stand in. */
const wordsOf = (facts: Facts): string =>
  facts.text("words") === facts.text("description") || !facts.has("words")
    ? name(facts)
    : `${name(facts)}の「${facts.text("words")}」`;
const item = (facts: Facts): string =>
  `「${[facts.text("middle"), facts.text("minor")].filter((part) => part !== "").join("・")}」`;
const traitName = (facts: Facts): string =>
  (TRAITS as Readonly<Record<string, string>>)[facts.text("trait")] ?? facts.text("trait");
const kindName = (facts: Facts): string =>
  (KINDS as Readonly<Record<string, { readonly ja: string }>>)[facts.text("kind")]?.ja ?? facts.text("kind");
const kindNames = (facts: Facts, key: string): string =>
  facts
    .list(key, ",")
    .split(",")
    .map((kind) => (KINDS as Readonly<Record<string, { readonly ja: string }>>)[kind]?.ja ?? kind)
    .join("、");
const DATES: Readonly<Record<string, string>> = { orderDate: "発注日", deliveryDate: "納品日", paymentDate: "支払日" };
const PAY: Readonly<Record<string, string>> = { overtime: "時間外手当", bonus: "賞与", oneOffPay: "臨時の手当" };

const RATE_PARTS: Readonly<Record<string, string>> = { basePay: "基本給", scheduledHours: "月所定労働時間" };

const unverifiedRate = (facts: Facts): FindingText => {
  const parts = facts
    .list("missing", " ")
    .split(" ")
    .map((part) => RATE_PARTS[part] ?? part)
    .join("と");
  return {
    title: "時給単価を確かめられません",
    what: `${facts.text("person")}さんの${parts}が書かれていないため、${facts.has("stated") ? `時給単価 ${yen(facts, "stated")} が` : "労務費が"}正しいかを計算で確かめられません。書かれた額のまま計算しました。`,
    why: "時給単価は、4月の基本給・諸手当・法定福利費の合計を、月の所定労働時間で割ります。",
    todo: `給与台帳などを見て、${parts}を記入してください。`,
  };
};

/** An item named by its own words: one sentence fits all the exclusions. */
const excluded =
  (title: string, why: string, todo: string) =>
  (facts: Facts): FindingText => ({
    title,
    what: `${wordsOf(facts)}は、${traitName(facts)}にあたります。`,
    why,
    todo,
  });

export const ja: Readonly<Record<string, RuleWords>> = {
  "sheet/no-budget-table": {
    meaning: "経費の表が見つからない",
    say: (facts) => ({
      title: "経費の表が見つかりません",
      what: `シート（${facts.text("sheets")}）に、「品名・内容」と「金額」の見出しをもつ表がありませんでした。`,
      why: "見出し（品名・内訳・経費内容など）と金額の列がそろった行から、明細の表を探しています。",
      todo: "予算経費見込書のブックかどうかをご確認ください。表がある場合は、見出しの行に「品名」「金額」などの言葉を入れてください。",
    }),
  },
  "sheet/no-lines": {
    meaning: "経費の表に明細が1行もない",
    say: (facts) => ({
      title: "明細が1行もありません",
      what: `「${facts.text("sheet")}」の経費の表に、金額のある明細がありませんでした。何も検査していません。`,
      why: `見出し（${facts.text("headers")}）の下の行から明細を探しましたが、品名と金額のそろった行がありませんでした。`,
      todo: "品名と金額を入れてから、もう一度検査してください。入れてある場合は、見出しと明細の列がずれていないかをご確認ください。",
    }),
  },
  "sheet/no-results": {
    meaning: "金額の計算結果がファイルに保存されていない",
    say: (facts) => ({
      title: "金額の計算結果が保存されていません",
      what: `${name(facts)}の金額は計算式ですが、その結果がファイルに入っていないため、0円として計算しました。`,
      why: "Excel以外のプログラムが書いたファイルには、計算式だけが入っていることがあります。",
      todo: "Excelで開いて上書き保存し、もう一度検査してください。",
    }),
  },
  "sheet/money-unread": {
    meaning: "金額の列に、どこにも数えていない金額がある",
    say: (facts) => ({
      title: "数えていない金額があります",
      what: isLeftOut(facts.text("why"))
        ? `金額の列の ${yen(facts, "yen")} は、申請しないものとして数えていません（このシートで計 ${yen(facts, "sum")}）。`
        : `金額の列の ${yen(facts, "yen")} は、明細・合計・消費税・財源・内訳のどれとも読めないため、数えていません（このシートで計 ${yen(facts, "sum")}）。`,
      why: `${unreadText(facts.text("why"), "ja")}。`,
      todo: isLeftOut(facts.text("why"))
        ? "申請しないのであれば、そのままでかまいません。申請するなら、その印や色を外してください。"
        : "明細なら品名を、合計なら「合計」と横に書いてください。どちらでもなければ、そのままでかまいません。",
    }),
  },
  "sheet/set-aside": {
    meaning: "金額があるが数えていない表やシート",
    say: (facts) => ({
      title: facts.is("whole", true) ? "数えていないシートです" : "数えていない表です",
      what: `「${facts.text("sheet")}」${facts.is("whole", true) ? "" : "にある表"}の金額（計 ${yen(facts, "yen")}）は、予算に数えていません。`,
      why: `${setAsideText(facts.text("reason"), "ja")}。`,
      todo: "このままで正しければ、することはありません。予算の明細なら、読むシートに選んでください。",
    }),
  },
  "sheet/amount-unreadable": {
    meaning: "金額が数として読めない",
    say: (facts) =>
      facts.has("total")
        ? {
            title: "計上した経費の合計がマイナスです",
            what: `${name(facts)}が ${yen(facts, "amount")} のため、計上した経費の合計が ${yen(facts, "total")} になっています。`,
            why: "経費の合計が0円を下回ると補助金は計算できないため、0円としました。",
            todo: "値引きの金額を確かめるか、値引きのもとになる明細を記入してください。",
          }
        : facts.is("negative", true)
          ? {
              title: "金額がマイナスです",
              what: `${name(facts)}の金額が ${facts.text("text")}円になっています。値引きの行ではないため、0円として計算しました。`,
              why: "マイナスの金額は、値引き・割引の行だけに使えます。",
              todo: "金額を直してください。値引きの場合は、品名に「値引き」と書いてください。",
            }
          : {
              title: "金額を読めません",
              what: `${name(facts)}の金額欄が${facts.has("text") ? `「${facts.text("text")}」` : "空欄"}のため、0円として計算しました。`,
              why: "金額が数でないと、補助対象経費に数えられません。",
              todo: "見積書の税抜金額を数字で入力してください。",
            },
  },
  "sheet/struck-line": {
    meaning: "取り消し線の行が残っている",
    say: (facts) => ({
      title: "取り消し線の行があります",
      what: `${name(facts)}に取り消し線が引かれていますが、金額は計算に入っています。`,
      why: "取り消し線だけでは、合計から除かれません。",
      todo: "計上しない行は削除してください。計上する行は取り消し線を消してください。",
    }),
  },
  "arithmetic/line": {
    meaning: "単価×数量と金額が合わない",
    say: (facts) => ({
      title: "単価×数量と金額が合いません",
      what: `${name(facts)}は ${yen(facts, "unitPrice")}×${facts.text("quantity")}${facts.has("takenOff") ? `−値引 ${yen(facts, "takenOff")}` : ""}＝${yen(facts, "expected")} ですが、金額は ${yen(facts, "amount")} です（${facts.size("difference")}円の差）。`,
      why: "明細の金額は、根拠資料と付け合わせて確認されます。1円の差でも照会の対象になります。",
      todo: `見積書を確かめて、単価・数量・金額のどれかを直してください。計算どおりなら ${yen(facts, "expected")} です。`,
    }),
  },
  "arithmetic/total": {
    meaning: "小計・合計が明細の和と合わない",
    say: (facts) => ({
      title: "小計・合計が明細と合いません",
      what:
        facts.has("amount") || facts.is("amount", "0")
          ? `「${facts.text("label")}」は ${yen(facts, "amount")} ですが、${totalledText(facts.text("of"), "ja")}は ${yen(facts, "expected")} です（${facts.size("difference")}円の差）。`
          : `「${facts.text("label")}」の金額を読めません。${totalledText(facts.text("of"), "ja")}は ${yen(facts, "expected")} です。`,
      why: "合計は補助対象経費の金額そのものになるため、明細の和と一致している必要があります。",
      todo: facts.has("formula")
        ? "合計の式の範囲に、すべての明細行が入っているかをご確認ください。"
        : `${yen(facts, "expected")} に直してください。明細のほうが違う場合は、明細を直してください。`,
    }),
  },
  "category/missing": {
    meaning: "中項目が書かれていない",
    say: (facts) => ({
      title: "中項目が未記入です",
      what: `${name(facts)}に中項目がありません。${facts.has("items") ? `労務費の表では、この行に「${facts.list("items", "」「")}」の方がいます。` : facts.has("middle") ? `内容からは${item(facts)}と考えられます。` : "内容からは判断できませんでした。"}`,
      why: "経費は、大項目と中項目に分けて計上します。",
      todo: facts.has("items")
        ? `「${facts.list("items", "」と「")}」に行を分けて記入してください。金額は、分けたものとして計算しています。`
        : facts.has("middle")
          ? `中項目${facts.has("noColumn") ? "の列を加えて、" : "に"}${item(facts)}と記入してください。違う場合は正しい項目をお選びください。`
          : `中項目${facts.has("noColumn") ? "の列を加えて、" : "を"}お選びください。`,
    }),
  },
  "category/mismatch": {
    meaning: "記入された費目と内容が合わない",
    say: (facts) => ({
      title: "費目が内容と合わないようです",
      what: `${name(facts)}は「${facts.text("stated")}」に計上されていますが、内容は${item(facts)}と考えられます。`,
      why: "費目は、何を買ったか・頼んだかで決まります。",
      todo: `費目を${item(facts)}に直すか、今の費目で正しい理由をご記録ください。`,
    }),
  },
  "category/equipment-threshold": {
    meaning: "単価で分かれる費目の基準額に合わない",
    say: (facts) => ({
      title:
        facts.number("unitPrice") < facts.number("limit")
          ? `「${facts.text("dear")}」の基準額に届きません`
          : `「${facts.text("cheap")}」ではなく「${facts.text("dear")}」にあたります`,
      what: `${name(facts)}は単価 ${price(facts, "unitPrice")} で、「${facts.text("stated")}」に計上されています。`,
      why: `「${facts.text("dear")}」は、取得価格が ${yen(facts, "limit")}以上で、1年以上使えるものです。`,
      todo: `中項目を「${facts.text("middle")}」に直してください。金額は変わりません。`,
    }),
  },
  "category/software": {
    meaning: "ソフトウェアの費目が違う",
    say: (facts) => ({
      title: "ソフトウェアの費目が違います",
      what: `${name(facts)}は${kindName(facts)}ですが、「${facts.text("stated")}」に計上されています。`,
      why: `ソフトウェアの費目は、機械に組み込まれたものか、単体のパッケージか、クラウドサービスかで決まります。${kindName(facts)}は${item(facts)}に計上します。`,
      todo: `中項目を${item(facts)}に直してください。金額は変わりません。`,
    }),
  },
  "eligibility/excluded-item": {
    meaning: "補助の対象にならない経費",
    say: excluded(
      "補助の対象にならない経費です",
      "公募要領の「補助金対象外の経費」に挙げられているか、事業の目的に合わない経費です。",
      "この行を予算から外してください。対象になる理由がある場合は、理由を書いて承認済みにし、財団にご確認ください。",
    ),
  },
  "eligibility/patent-office-fee": {
    meaning: "特許庁などに納める料金",
    say: excluded(
      "特許庁に納める料金は対象外です",
      "出願料・審査請求料・特許料など、行政庁に納める料金は除かれます。弁理士の手数料と翻訳料は対象です。",
      "この行を外してください。弁理士への支払いに含まれている場合は、内訳を分けてください。",
    ),
  },
  "eligibility/travel-class": {
    meaning: "タクシー・グリーン車・上級クラスの料金",
    say: excluded(
      "タクシー・特別席の料金は対象外です",
      "特別な理由がない限り、タクシー、グリーン車、ビジネスクラス・ファーストクラスは認められません。",
      "公共交通機関の普通席の金額に直してください。特別な理由がある場合は、理由を書いて承認済みにしてください。",
    ),
  },
  "eligibility/overseas-travel": {
    meaning: "国外出張が2人以上または2回以上",
    say: (facts) => ({
      title: "国外出張は1名・1回までです",
      what: facts.is("problem", "persons")
        ? `${name(facts)}は ${facts.figure("count")}名分です。直るまで0円として計算します。`
        : facts.is("problem", "trips")
          ? `${name(facts)}は ${facts.figure("count")}回分です。直るまで0円として計算します。`
          : facts.has("trait")
            ? `${name(facts)}の「${facts.text("words")}」は、2人目または2回目の国外出張にあたります。`
            : `${name(facts)}は2回目以降の国外出張です。0円として計算します。`,
      why: "国外出張は、申請者の1名、1回分だけが対象です。",
      todo: "1名・1回分の金額に直し、ほかの分は外してください。",
    }),
  },
  "eligibility/traveller-unlisted": {
    meaning: "推進体制にない人の旅費",
    say: (facts) => ({
      title: "推進体制にない方の旅費です",
      what: facts.has("names")
        ? `${name(facts)}の出張者「${facts.text("names")}」が、推進体制や労務費の名簿に見当たりません。`
        : `${name(facts)}に「${facts.text("words")}」とあります。`,
      why: "推進体制に記載されていない方の旅費は、対象になりません。",
      todo: "推進体制に加えるか、この旅費を外してください。名簿の記載漏れの場合は金額に影響しません。",
    }),
  },
  "eligibility/executive-pay": {
    meaning: "役員の報酬",
    say: (facts) => ({
      title: "役員報酬は対象外です",
      what: `${wordsOf(facts)}は役員にあたります。`,
      why: "役員報酬は労務費に含まれません。",
      todo: "この方の労務費を外してください。役員でない場合は、役職の書き方を直してください。",
    }),
  },
  "eligibility/pay-component": {
    meaning: "時間外手当・賞与・臨時の手当が含まれている",
    say: (facts) =>
      facts.has("pay")
        ? {
            title: `${PAY[facts.text("pay")] ?? "手当"}は時給単価に含められません`,
            what: `${facts.text("person")}さんの時給単価に、${PAY[facts.text("pay")] ?? ""} ${yen(facts, "yen")} が入っているようです。`,
            why: "超過勤務手当、賞与、臨時に支給する手当は、時給単価の計算から除きます。",
            todo: `除いて計算した時給単価 ${yen(facts, "rate")} に直してください。`,
          }
        : excluded(
            "時間外手当・賞与などは対象外です",
            "超過勤務手当、賞与、臨時に支給する手当は、労務費に含められません。",
            "この行を外してください。",
          )(facts),
  },
  "eligibility/period": {
    meaning: "発注・納品・支払が補助対象期間の外",
    say: (facts) => ({
      title: "補助対象期間の外です",
      what: facts.has("field")
        ? `${name(facts)}の${DATES[facts.text("field")] ?? "日付"}が ${facts.text("day")} で、${facts.is("early", true) ? `${facts.text("from")} より前` : `${facts.text("to")} より後`}です。`
        : `${name(facts)}に「${facts.text("words")}」とあり、補助対象期間の外です。`,
      why: `期間中に発注し、納品と支払が終わった経費だけが対象です。${facts.has("late") ? `${kindNames(facts, "lateKinds")}の支払だけは、${facts.text("late")} まで認められます。` : ""}`,
      todo: "日付が正しければ、この行を外すか、期間内に行うよう予定を変えてください。",
    }),
  },
  "eligibility/payment-method": {
    meaning: "手形・小切手・リボ払い",
    say: (facts) => ({
      title: "認められない支払方法です",
      what: facts.has("method")
        ? `${name(facts)}の支払方法が「${facts.text("method")}」です。`
        : `${name(facts)}に「${facts.text("words")}」とあります。`,
      why: "手形・小切手・リボ払いで支払った経費は、原則として対象になりません。",
      todo: "銀行振込（または現金、クレジットカードの一括払い）に変えてください。",
    }),
  },
  "tax/inclusive": {
    meaning: "消費税を含んだ金額",
    say: (facts) => ({
      title: "消費税を含んだ金額です",
      what: `${name(facts)}の ${yen(facts, "amount")} は税込（${facts.text("percent")}%）の金額です。`,
      why: "補助対象経費は、消費税を除いて計算します。",
      todo: `税抜の ${yen(facts, "expected")} に直してください（1円未満切り捨て）。`,
    }),
  },
  "tax/mixed": {
    meaning: "税抜と税込の行が混ざっている",
    say: (facts) => ({
      title: "税抜と税込の行が混ざっています",
      what: `同じ表に、税抜の行が ${facts.figure("exclusive")}件、税込の行が ${facts.figure("inclusive")}件あります（税込：${facts.text("rows")}行目）。`,
      why: "税の扱いがそろっていないと、合計が正しくなりません。",
      todo: "すべて税抜にそろえてください。",
    }),
  },
  "labour/hourly-rate": {
    meaning: "時給単価が計算と合わない",
    say: (facts) =>
      facts.has("missing")
        ? unverifiedRate(facts)
        : {
            title: "時給単価が計算と合いません",
            what: `${facts.text("person")}さんの時給単価は ${yen(facts, "stated")} と書かれていますが、${yen(facts, "pay")}÷${facts.figure("hours")}時間＝${yen(facts, "expected")}（小数点以下切り捨て）です。`,
            why: "時給単価は、4月の基本給と諸手当（時間外手当・賞与・臨時の手当を除く）と法定福利費の合計を、月の所定労働時間で割ります。",
            todo:
              facts.number("difference") > 0
                ? `${yen(facts, "expected")} に直してください（${facts.size("difference")}円多くなっています）。`
                : `低い ${yen(facts, "stated")} のまま計算しました。${yen(facts, "expected")} まで計上できます。`,
          },
  },
  "labour/monthly-cap": {
    meaning: "月の労務費が実支給額を超えている",
    say: (facts) => ({
      title: "実支給額が月の上限です",
      what: `${facts.text("person")}さんの ${facts.text("month")} は ${yen(facts, "rate")}×${facts.figure("hours")}時間＝${yen(facts, "computed")} で、実支給額 ${yen(facts, "paid")} を ${yen(facts, "difference")} 超えています。`,
      why: "実際に支給した額が時給単価×時間を下回る月は、支給額がその月の上限です。",
      todo: `この月は ${yen(facts, "paid")} として計算しました。時間数か支給額をご確認ください。`,
    }),
  },
  "labour/hours": {
    meaning: "月の従事時間が所定労働時間を超えている",
    say: (facts) => ({
      title: "月の従事時間が多すぎるようです",
      what: `${facts.text("person")}さんの ${facts.text("month")} の従事時間 ${facts.figure("hours")}時間は、${facts.is("scheduled", true) ? "月の所定労働時間" : "1か月の総時間"} ${facts.figure("limit")}時間を超えています。`,
      why: "時間外の手当は労務費に含められないため、所定労働時間を超える分は確認が必要です。",
      todo: "従事時間をご確認ください。",
    }),
  },
  "cloud/proration": {
    meaning: "利用料が補助対象期間より長い月数分になっている",
    say: (facts) => ({
      title: "利用料は期間内の月数分だけが対象です",
      what: `${name(facts)}は ${facts.figure("charged")}か月分ですが、${facts.text("start").slice(0, 7)} から ${facts.text("end").slice(0, 7)} までは ${facts.figure("usable")}か月です。`,
      why: "年払い・月払いの利用料は、事業の開始から補助対象期間の終わりまでを月割りで計算します。",
      todo: `期間内の ${facts.figure("usable")}か月分 ${yen(facts, "expected")} に直してください。`,
    }),
  },
  "ratio/travel": {
    meaning: "割合の上限を超えている（旅費など）",
    say: (facts) => {
      const [what, share] = [facts.text("nameJa"), percent(facts.text("limit"))];
      const bases = facts.list("bases", ",");
      const isBoth = facts.is("both", true);
      const over =
        bases === "total"
          ? `経費の合計の${share}を`
          : bases === "without" || !isBoth
            ? `${what}を除く経費 ${yen(facts, "base")} の${share}を`
            : `${what}を除く経費 ${yen(facts, "base")} の${share}も、全体の${share}も`;
      const isWarning = !isBoth && bases.includes(",");
      return {
        title: isWarning ? `${what}の${share}の数え方にご注意ください` : `${what}が${share}を超えています`,
        what: `${what} ${yen(facts, "amount")} は、${over}超えています。`,
        why: bases.includes(",")
          ? `要領には「全体の${share}以内」と「${what}を除く経費の${share}以内」の2つの書き方があり、厳しい方で計算しました。`
          : `要領で、${what}の割合が定められています。`,
        todo: `${what}を ${yen(facts, "over")} 減らすと収まります（上限 ${yen(facts, "allowed")}）。財団と協議済みの場合は、理由を書いて承認済みにしてください。`,
      };
    },
  },
  "ratio/equipment": {
    meaning: "助成額に対する割合の上限を超えている（備品費など）",
    say: (facts) => {
      const [what, share] = [facts.text("nameJa"), percent(facts.text("limit"))];
      return {
        title: `${what}が助成額の${share}を超えています`,
        what: `${what} ${yen(facts, "amount")} に対し、助成額は ${yen(facts, "base")} です。`,
        why: `${what}は、助成金額の${share}以内と定められています。`,
        todo: `${what}を ${yen(facts, "over")} 減らすか、ほかの経費を見直してください（上限 ${yen(facts, "allowed")}）。`,
      };
    },
  },
  "subsidy/requested": {
    meaning: "申請額が計算した補助金額を超えている",
    say: (facts) => ({
      title: "申請額が多くなっています",
      what: `申請額 ${yen(facts, "requested")} は、計算した補助金額 ${yen(facts, "expected")} より ${yen(facts, "difference")} 多くなっています。`,
      why: "補助金額は、補助対象経費に補助率をかけ、上限額と千円未満の切り捨てを適用した額です。",
      todo: `申請額を ${yen(facts, "expected")} 以下に直してください。ほかの指摘を直すと、この額は変わることがあります。`,
    }),
  },
  "subsidy/rounding": {
    meaning: "申請額が千円単位でない",
    say: (facts) => ({
      title: "申請額に千円未満の端数があります",
      what: `申請額 ${yen(facts, "requested")} に、${yen(facts, "unit")}未満の端数があります。`,
      why: `補助金額は ${yen(facts, "unit")}未満を切り捨てます。`,
      todo: `${yen(facts, "expected")} に直してください。`,
    }),
  },
  "subsidy/rate": {
    meaning: "記入された補助率が申請者区分の率でない",
    say: (facts) => ({
      title: "補助率が違います",
      what: `補助率が「${facts.text("stated")}」と書かれていますが、この区分の補助率は ${facts.text("expected")} です。`,
      why: "補助率は、申請者の区分で決まります。",
      todo: `補助率を ${facts.text("expected")} に直してください。`,
    }),
  },
  "subsidy/below-floor": {
    meaning: "補助金額が下限に届かない",
    say: (facts) => ({
      title: "補助金額が下限に届きません",
      what: `計算した補助金額 ${yen(facts, "computed")} は、下限 ${yen(facts, "floor")} に ${yen(facts, "short")} 足りません。`,
      why: "下限に届かない場合は、補助を受けられません。",
      todo: "計上漏れの経費がないかをご確認ください。",
    }),
  },
  "applicant/members": {
    meaning: "参加する法人の数が足りない",
    say: (facts) => ({
      title: "法人の数が足りません",
      what: `この枠には法人が ${facts.figure("needed")}者以上必要ですが、${facts.figure("members")}者です。`,
      why: "枠ごとに、参加する法人の数が定められています。",
      todo: "参加する法人を加えるか、別の枠をご検討ください。",
    }),
  },
  "evidence/quote-required": {
    meaning: "申請時に見積書が必要な品目",
    say: (facts) => ({
      title: "見積書が必要です",
      what: `${name(facts)}（${price(facts, "price")}）は「${facts.text("item")}」にあたり、${yen(facts, "above")}を超えています。`,
      why: `「${facts.text("item")}」でこの金額を超えるものは、申請時に見積書の添付が必要です。`,
      todo: "見積書を添えて、項番を備考に記入してください。",
    }),
  },
  "evidence/missing": {
    meaning: "根拠資料の項番がない、または一覧にない",
    say: (facts) => ({
      title: "根拠資料の項番が確認できません",
      what: facts.has("no")
        ? `${name(facts)}の項番${facts.text("no")}の見積書が見当たりません${facts.has("otherPaper") ? "（同じ番号の書類は、請求書など見積書ではないものです）" : ""}。`
        : `${name(facts)}の備考に、見積書の項番がありません。`,
      why: "明細は、備考の項番で見積書などの根拠資料と付け合わせます。",
      todo: facts.has("no")
        ? `項番${facts.text("no")}の見積書を添えてください。番号の書き間違いであれば、備考の番号を直してください。`
        : "見積書に付けた番号を、備考に「項番3」のように記入してください。",
    }),
  },
  "evidence/duplicate": {
    meaning: "同じ項番が重なっている",
    say: (facts) => ({
      title: "項番が重なっています",
      what: facts.is("where", "estimates")
        ? `項番${facts.text("no")}の見積書が2つ以上あります。`
        : `項番${facts.text("no")}が ${facts.figure("lines")}行に使われ、合計 ${yen(facts, "sum")} ${facts.has("estimate") ? `が見積書の ${yen(facts, "estimate")} と合いません` : "で、発注先が異なります"}。`,
      why: "1つの項番は、1つの見積書を指します。",
      todo: "見積書と項番を1つずつ対応させてください。1枚の見積書を複数行に分けた場合は、合計を見積額に合わせてください。",
    }),
  },
  "evidence/mismatch": {
    meaning: "見積書と明細の金額・発注先が違う",
    say: (facts) =>
      facts.is("what", "vendor")
        ? {
            title: "発注先が見積書と違います",
            what: `${name(facts)}の発注先「${facts.text("vendor")}」と、見積書（項番${facts.text("no")}）の発行者「${facts.text("issuer")}」が違います。`,
            why: "明細は、見積書と付け合わせて確認されます。",
            todo: "項番か発注先を直してください。",
          }
        : facts.is("what", "item")
          ? {
              title: "品名が見積書と大きく違います",
              what: `${name(facts)}と、見積書（項番${facts.text("no")}）の「${facts.text("item")}」が同じものか分かりません。`,
              why: "明細は、見積書と付け合わせて確認されます。",
              todo: "項番が正しいかをご確認ください。",
            }
          : {
              title: "金額が見積書と違います",
              what: `${name(facts)}${facts.has("lines") ? `など${facts.figure("lines")}行の合計` : "の"} ${yen(facts, "amount")} と、見積書（項番${facts.text("no")}）の ${yen(facts, "estimate")} が違います（${facts.size("difference")}円の差）。`,
              why: "明細は、見積書と付け合わせて確認されます。",
              todo: `${facts.has("lines") ? "合計を" : ""}見積書の金額 ${yen(facts, "estimate")} に直すか、見積書を取り直してください。`,
            },
  },
  "evidence/no-formula": {
    meaning: "計算式が備考にない",
    say: (facts) => ({
      title: "備考に計算式がありません",
      what: `${name(facts)}（${yen(facts, "amount")}）は${facts.is("backedOut", true) ? "税抜に割り戻した金額" : "数量が1より多い行"}ですが、備考に計算式がありません。`,
      why: "税抜への割り戻しや複数個の購入は、備考に計算式を書くよう求められています。",
      todo: facts.has("calculation")
        ? `備考に「${facts.text("calculation")}」と書き足してください。`
        : facts.is("backedOut", true)
          ? "備考に、税込の金額を1.1などで割った式を書き足してください。"
          : "備考に、単価×数量の式を書き足してください。",
    }),
  },
  "asset/disposal-restricted": {
    meaning: "処分に承認が必要な財産",
    say: (facts) => ({
      title: "処分が制限される財産です",
      what: `${name(facts)}は単価 ${price(facts, "unitPrice")} で、${yen(facts, "limit")}以上の財産にあたります。`,
      why: "耐用年数が過ぎる前に処分するときは、事前の承認と、収入の一部の納付が必要です。",
      todo: "今すぐ直すことはありません。取得後は台帳で管理してください。",
    }),
  },
  "vendor/outside-city": {
    meaning: "市外の発注先",
    say: (facts) => ({
      title: "市外の発注先です",
      what: `${facts.has("vendor") ? `「${facts.text("vendor")}」` : name(facts)}の所在地は「${facts.text("address")}」です。`,
      why: `原則として${facts.text("city")}内の事業者への優先発注が求められています。`,
      todo: "市内で調達できない理由を説明できるようにしておいてください。",
    }),
  },
  "check/frame-missing": {
    meaning: "申請枠が分からない",
    say: (facts) => ({
      title: "申請枠が分かりません",
      what: "申請枠がブックに書かれておらず、指定もないため、補助金額を計算できませんでした。",
      why: "上限額と補助率は、申請枠で決まります。",
      todo: `申請枠を選んでください（${facts.list("frames", "、")}）。`,
    }),
  },
};

const where = (facts: Facts): string =>
  `${facts.text("sheet")} ${facts.text("row")}行目「${facts.text("description")}」`;

/** What was not checked, by code. */
export const notCheckedJa: Readonly<Record<string, (facts: Facts) => string>> = {
  "rule-crashed": (facts) =>
    `検査「${ja[facts.text("rule")]?.meaning ?? facts.text("rule")}」は、途中で止まったため結果がありません。`,
  "scheme-unknown": (facts) =>
    `予算書（${facts.text("sheet")} ${facts.text("cell")}）には「${facts.text("text")}」とありますが、この制度のデータはありません。「${facts.text("scheme")}」で計算しています。制度をお選びください。`,
  "scheme-edition": (facts) =>
    `予算書（${facts.text("sheet")} ${facts.text("cell")}）には「${facts.text("text")}」とありますが、この年度・回のデータはありません。「${facts.text("scheme")}」で計算しています。制度をお選びください。`,
  "totals-unsaved": (facts) =>
    `合計の計算結果がファイルに保存されていないため、明細と合うかは確認していません（${facts.text("cells")}）。`,
  "members-undivided": (facts) =>
    `${facts.text("sheet")} の列「${facts.text("headers")}」は構成員ごとの額に見えますが、${facts.text("rows") === "" ? "明細には構成員が書かれていないため、" : `${facts.text("rows")}行目は、どの構成員の額か分からないか、金額と合わないため、`}構成員に分けていません。`,
  "prices-alone": (facts) =>
    `${facts.text("sheet")} の${facts.text("of")}行（計 ${yen(facts, "yen")}）は、価格だけで数量も合計も発注先もなく、価格表かどうか分かりません。購入するものの一覧として数えました。`,
  colours: (facts) =>
    `${facts.text("sheet")} ${facts.text("cell")} に「${facts.text("text")}」とありますが、何を数えるかの色分けとしては読んでいません。申請しない行が入っていないかご確認ください。`,
  "colours-unseen": (facts) =>
    `${facts.text("sheet")} ${facts.text("cell")} に「${facts.text("text")}」とありますが、その色の行が見つかりません。申請しない行が入っていないかご確認ください。`,
  "colours-contradicted": (facts) =>
    `${facts.text("sheet")} ${facts.text("cell")} に「${facts.text("text")}」とありますが、合計はその行も含めて合っているため、数えました。申請しない行が入っていないかご確認ください。`,
  "review-line": (facts) =>
    `${where(facts)}は、書かれた内容だけでは対象かどうか決められません${facts.has("words") ? `（「${facts.text("words")}」）` : ""}。金額には含めています。`,
  "unsure-category": (facts) =>
    `${where(facts)}の費目は「${facts.text("middle")}」としましたが、確かではありません${facts.has("runnerUp") ? `（次点「${facts.text("runnerUp")}」）` : ""}。`,
  frame: (facts) => `申請枠が分からないため、補助金額と比率は計算していません（${facts.list("frames", "、")}）。`,
  dates: (facts) =>
    `発注・納品・支払の日付の列がないため、補助対象期間（${facts.text("from")}～${facts.text("to")}）は確認していません。`,
  "period-silent": () => "公募の資料に補助対象期間の記載がないため、日付は確認していません。",
  "payment-methods": () => "支払方法の列がないため、手形・小切手・リボ払いでないかは確認していません。",
  "payment-methods-unnamed": (facts) =>
    `支払方法「${facts.list("methods", "」「")}」（${facts.text("cells")}）は、公募要領に、認める方法（銀行振込、現金、クレジットカードの一括払い）としても、認めない方法（手形・小切手・リボ払い）としても書かれていません。金額には含めています。`,
  "labour-unexplained": (facts) =>
    `労務費の計算表に対応する行がない労務費（${facts.text("rows")}）は、時給単価の根拠を確認していません。`,
  "rate-unproven": (facts) =>
    `基本給と月所定労働時間の欄がないため、従業員の時給単価（${facts.text("rows")}）が正しいかは計算で確かめていません。書かれた単価で計算しました。`,
  "monthly-pay": () => "月ごとの従事時間と実支給額の表がないため、月の上限は確認していません。",
  travellers: () => "推進体制の名簿がないため、出張者が名簿にあるかは確認していません。",
  "estimates-unlisted": () => "見積書の一覧がないため、明細と見積書の金額は付け合わせていません。",
  "estimates-paper": () => "見積書の一覧とは付け合わせましたが、見積書そのものは見ていません。",
  "estimates-open": (facts) => `見積書との付け合わせで、人の確認が要る明細が${facts.text("count")}行あります。`,
  "estimate-fault": (facts) => faultSentence(facts.text("id"), facts.items("files"), facts.text("clause"), "ja"),
  "vendor-addresses": (facts) =>
    `発注先の所在地がないため、${facts.text("city")}内の事業者かどうかは確認していません。`,
  requested: () => "補助金交付申請額の記入がないため、申請額が正しいかは確認していません。",
  necessity: () => "経費が事業に必要か、金額が妥当かは、人の判断が必要です。",
};
