import type { Block, ReportDocument } from '#assessments/reporting/report-document.ts';

export const NAME = `示例${'山东省滨州市纺织印染服装家纺有限责任公司'.repeat(4)}`.slice(0, 80);
export const COMMENT =
  '现场核实（第一次）：“定形机”的余热只回收了三台；其余待改造，预计明年完成。用水m³、①号机、℃、㎡。'
    .repeat(40)
    .slice(0, 2000);
export const TORTURE = 'A\tB\u00a0C m³ CO₂ ① ☑ 😀 𠮷 \ud800 ℃ ㎡ x\u200by';
export const LONG_WORD = 'https://example.invalid/'.padEnd(180, 'abcdefghij');

/** A JPEG of two by one pixels. */
export const RED_DOT = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i',
  'Z2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj',
  'Y2NjY2NjY2P/wAARCAABAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA',
  'FQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCKALXj/9k=',
].join('');

/** Every kind of block, with texts that do not fit and characters that fonts and XML lack. */
const blocks: readonly Block[] = [
  {
    kind: 'cover',
    kicker: '自诊断',
    title: '企业诊断报告',
    enterprise: NAME,
    rows: [
      ['诊断编号', TORTURE],
      ['所在地', NAME],
    ],
    mark: '示例数据',
    notice: COMMENT.slice(0, 200),
    logo: { jpeg: RED_DOT, width: 2, height: 1 },
  },
  { kind: 'heading', level: 1, text: `第一章 ${TORTURE}` },
  { kind: 'paragraph', text: `甲段${COMMENT}` },
  { kind: 'heading', level: 2, text: '第一节' },
  { kind: 'list', ordered: true, items: [TORTURE, LONG_WORD, `乙段${COMMENT}`] },
  {
    kind: 'tiles',
    tiles: [
      { label: NAME, value: '46.2–61.5', detail: TORTURE, tone: 'accent' },
      { label: '短', value: '123,456,789,012,345', detail: '', tone: 'bad' },
    ],
  },
  {
    kind: 'cards',
    cards: [
      { title: NAME, rows: [{ label: '投入', value: '12.9万元＊', detail: '7.1–19' }] },
      { title: '逐台更换', rows: [{ label: '谁负责', value: NAME, detail: NAME }] },
      { title: '拆除', rows: [] },
    ],
  },
  { kind: 'callout', tone: 'warning', title: TORTURE, text: `丙段${COMMENT}${COMMENT}` },
  {
    kind: 'table',
    caption: TORTURE,
    columns: [
      { title: '编号', width: 10 },
      { title: '说明', width: 50 },
      { title: '数值', width: 20, align: 'right' },
    ],
    rows: [
      { band: true, cells: ['战略组织与人才'] },
      { cells: ['IM-ORG-01', `丁段${COMMENT}${COMMENT}`, '1,234.5'] },
      ...Array.from({ length: 60 }, (_, i) => ({ cells: [`R${i}`, NAME, { text: TORTURE, tone: 'bad' as const }] })),
    ],
  },
  {
    kind: 'figure',
    caption: TORTURE,
    table: { kind: 'table', columns: [{ title: NAME, width: 100 }], rows: [{ cells: [NAME] }] },
    figure: {
      width: 480,
      height: 60,
      description: '',
      shapes: [
        { kind: 'text', x: 10, y: 20, text: TORTURE, size: 9, color: 'ink' },
        { kind: 'rect', x: 10, y: 30, width: 100, height: 9, hatched: true, stroke: 'primary' },
      ],
    },
  },
  // LibreOffice prints the texts of a figure after all others of its page.
  { kind: 'page-break' },
  {
    kind: 'photos',
    photos: [
      { picture: { jpeg: RED_DOT, width: 2, height: 1 }, title: `照片1　${NAME}.jpg`, text: COMMENT.slice(0, 120) },
      { picture: { jpeg: RED_DOT, width: 1, height: 9 }, title: `照片2　${TORTURE}`, text: `${TORTURE}\n2026-11-24` },
      { picture: { jpeg: RED_DOT, width: 2, height: 1 }, title: LONG_WORD, text: `戊段${COMMENT}` },
    ],
  },
];

export const awkwardReport: ReportDocument = {
  language: 'zh-CN',
  meta: {
    title: `${NAME}诊断报告`,
    subject: TORTURE,
    author: '织诊',
    keywords: 'a, b',
    issuedOn: '2026-11-24',
    inputHash: 'ab'.repeat(32),
  },
  running: {
    header: `${NAME} · 2025年度`,
    mark: '示例数据',
    footer: '方法1.0 · 题包1.0.0 · 输入哈希abababababab',
    pageNumber: '第 {page} 页 / 共 {pages} 页',
    star: { mark: '＊', note: '＊ 估算' },
  },
  contents: '目录',
  labels: { figure: '图', table: '表' },
  unprintable: { heading: '字库未收录的字符', introduction: '下列{count}处', columns: ['码位', '位置', '次数'] },
  blocks,
};
