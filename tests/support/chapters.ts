/** Headings of level 1 of a report with a plan, summary and chapters. */
export const CHAPTERS = {
  'zh-CN': [
    '摘要',
    '1 企业概况',
    '2 诊断过程',
    '3 现状评估',
    '4 问题诊断',
    '5 需求与目标',
    '6 方案',
    '7 投资与效益',
    '8 实施保障',
    '9 结论与签章',
  ],
  en: [
    'Summary',
    '1 The mill',
    '2 How it was diagnosed',
    '3 Where the mill stands',
    '4 Problems',
    '5 Needs and targets',
    '6 The plan',
    '7 Money',
    '8 How it is carried out',
    '9 Conclusion and signatures',
  ],
};
