import type { SubSector } from '#assessments/schema/vocabulary.ts';

/** Words of a machine, a material or a habit that only these sub-sectors have, in both languages. */
export interface TradeWords {
  readonly of: readonly SubSector[];
  readonly zh: RegExp;
  readonly en: RegExp;
}

/**
 * Only what is truly foreign elsewhere: garment and home textile mills both cut and sew, a dyed lot is numbered in every
 * mill that cuts it, and what a mill buys or sells (cones, greige, fabric) is nobody's own.
 */
export const TRADE_WORDS: readonly TradeWords[] = [
  {
    of: ['SPINNING'],
    zh: /细纱|粗纱|梳棉|精梳机|并条|清花(?!型)|清梳|配棉|落纱|钢丝圈|纱锭|单锭|管纱|棉包|吸棉|细络联|胶辊|万锭|落棉|电清|棉垛|原棉|蒸纱|(?<![毛家])纺厂|纺纱厂|好筒率|坏锭|吨纱[耗电碳]/,
    en: /\b(ring[- ](frames?|room|spinning)|roving|draw frames?|blowroom|comber|bale marks?|cops?|spindles?|link-coners?|travellers?)\b/i,
  },
  {
    of: ['WEAVING'],
    zh: /(?<!针)织机(?!台：)|浆纱|织轴|穿经|穿筘|综框|剑杆|喷水(?:织|车间|厂|机台)|喷气|经停|纬停|上轴|了机时间|纬缩|断经|打纬|浆槽|调浆桶|意匠|上机图|纬密|轴号|匹号|织缩|余浆|[等缺待]轴|(?<![针纺])织厂/,
    en: /\b(looms?|sizing(?! for uniforms)|air-jets?|rapiers?|water-jets?|drawing-in|warp beams?|warp stops?|weft stops?|droppers?)\b/i,
  },
  {
    of: ['KNITTING'],
    zh: /圆机|横机|经编机|织针|漏针|针筒|喂纱嘴|输纱|套口(?!径)|纱嘴|织片|落布秤|机号针数|毛衫|针油|针织车间|针织厂|花型程序|储纱器/,
    en: /\b(circular (knitting )?machines?|flat[- ]machines?|flat-knit\w*|warp-knit\w*|drop stitches|linking|knitting machines?)\b/i,
  },
  {
    of: ['DYEING'],
    zh: /染缸|染色机|浴比|定形机|定型机|圆网|蒸化|退煮漂|丝光|轧染|皂洗|溢流[机缸]|印花机|化料|染化料|称料|缸组|回修|冷轧堆|调浆单|碱减量|处方|升温曲线|染色车间|染整厂|印染厂|印花厂|网框|缸台/,
    en: /\b(stenters?|vats?|dyeing machines?|liquor ratio|dyehouses?|desiz\w+|soaping|rotary screens?|merceris\w+|print[- ]paste|re-dyes?|cold pad-batch)\b/i,
  },
  {
    of: ['GARMENT', 'HOME'],
    zh: /裁床|铺布|缝制|车缝|平缝|拉布|裁剪|缝边|充绒|排料|套件/,
    en: /\b(cutting (table|room)s?|spreaders?|lockstitch|sewing|hemming|hemmers?)\b/i,
  },
  {
    of: ['GARMENT'],
    zh: /衬衫|西装|校服|工装|羽绒服|上袖|上领|领子|粘合机|粘衬|纸样|吊挂|锁眼|钉扣|版型|版房|服装厂|成衣厂|扎号|版单|查衫/,
    en: /\b(shirts?|suit makers?|collars?|sleeves?|fusing|hanger (line|system|station)s?|buttonhol\w+|pattern rooms?)\b/,
  },
  {
    of: ['HOME'],
    zh: /四件套|床品|被芯|枕套|窗帘|毛巾|绗缝|被套|床单|夏凉被|床笠|家纺(?!织)|花位/,
    en: /\b(bedding|pillow(case)?s?|towels?|curtains?|duvets?|bed ?sheets?|quilt(s|ing|ers?)?)\b/i,
  },
  {
    of: ['FIBER'],
    zh: /纺丝|卷绕|螺杆挤压|熔体|水刺|纺粘|丝饼|加弹|侧吹风|切片|油剂泵|铺网|无纺布|非织造|熔喷|针刺|梳理机|丝车|热媒炉|组态|集控|纤度|回料|废丝|母卷|粘胶|化纤厂/,
    en: /\b(spin (beams?|finish)|spinnerets?|(polymer |PET )?chips?|spunlace|spunbond|melt|texturing|filament winders?|nonwovens?|quench)\b/i,
  },
];
