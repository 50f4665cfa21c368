/** Words by which a row or column is the sum or mean of others. */
const TOTALS =
  /^(.{0,6}(合计|总计|小计|累计|总和|平均|均值)(数|值|量)?|全年|上半年|下半年|[一二三四1-4]季度|(grand|sub)?-?total|sum|average)$/i;

/** Whether a heading or the name of a row says that it is the sum or mean of others. */
export function isTotal(text: string): boolean {
  return TOTALS.test(text.normalize('NFKC').replaceAll(/[\s::]+/g, ''));
}
