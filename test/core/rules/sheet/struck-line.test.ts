import { book, cell, checked } from "../budget";
import { proveRule } from "../proof";

const struck = (value: string | number) => ({ value, struck: true });

proveRule("sheet/struck-line", {
  severity: "warning",
  clause: "",
  finds: [
    {
      title: "a row crossed out",
      book: book([
        { item: "IoTゲートウェイ", middle: "消耗品費", price: 98000 },
        {
          item: struck("電流センサー") as unknown as string,
          middle: struck("消耗品費"),
          price: struck(12400),
          quantity: struck(1),
          amount: struck(12400),
        },
      ]),
      at: [cell("item", 1)],
    },
  ],
  passes: [{ title: "plain rows", book: book([{ item: "IoTゲートウェイ", middle: "消耗品費", price: 98000 }]) }],
});

test("it still counts", () => {
  const report = checked(
    book([{ item: struck("電流センサー") as unknown as string, price: struck(12400), amount: struck(12400) }]),
  );
  expect(report.totals?.eligible).toBe(12400);
});
