import { expect } from 'vitest';
import type * as DemoMillsModule from '#tests/support/demo-mills.ts';
import { asJson, type Followed } from './recipe.ts';

const PACK = 'assessments/packs/cloud-adoption/1.0.0';
const ID = 'CL-STR-90';

export const question: Followed = {
  title: 'Add a question',
  edits: {
    [`${PACK}/questions/STR.json`]: asJson<object[]>((questions) => {
      questions.push({
        id: ID,
        dimension: 'STR',
        form: { kind: 'ladder', points: [0, 40, 60, 80, 100], nothingAtRung1: true },
        stem: { 'zh-CN': '云服务的费用，由谁按月核对？', en: 'Who checks the cost of cloud services every month?' },
        options: [
          { 'zh-CN': '没人核对', en: 'Nobody' },
          { 'zh-CN': '财务付款时看', en: 'Finance when paying' },
          { 'zh-CN': '专人按月核对', en: 'One person every month' },
          { 'zh-CN': '按部门分摊', en: 'Shared by department' },
          { 'zh-CN': '按效益调整', en: 'Adjusted to what it brings' },
        ],
        applies: {},
        weight: 1,
        naAllowed: true,
        basis: { subDomain: null, text: { 'zh-CN': '织诊自有设计', en: 'ZhiZhen own design' }, clause: null },
        source: 'zhizhen',
        mark: 'proposal',
      });
    }),
    [`${PACK}/guidance/STR.json`]: asJson<Record<string, object>>((guidance) => {
      guidance[ID] = {
        why: {
          'zh-CN': '账单月月涨却没人说得清涨在哪里，老板就会疑心上云不值，往后的项目也就难批了。',
          en: 'A bill that grows every month without anybody knowing why makes the owner doubt the cloud.',
        },
        goodEnough: {
          'zh-CN': '翻出近三个月的账单，有人能逐项讲明用途和增减原因，就算管住了，再往上是分到部门。',
          en: 'Take the bills of three months: somebody explains each line and each change.',
        },
        doBetter: {
          'zh-CN': '先停掉半年没有登录过的账号和闲置的服务器，再给每个部门定一个月度额度，超出要写明理由。',
          en: 'Stop accounts and servers idle for half a year, then give each department a monthly limit.',
        },
        examples: {
          SPINNING: {
            'zh-CN':
              '细纱监测按锭收费的，每月拿开台表和账单对一次，停开的机台当月报停；试验室的存储费单列给技术科认账。',
            en: 'Check spindle fees against the frames that ran and report idle ones; the laboratory answers for its storage.',
          },
          WEAVING: {
            'zh-CN': '织机监测的点数随机台搬迁常常多算，核账时拿车间机台号逐排划掉，验布图片的流量摊给坯布检验组。',
            en: 'Loom points are often counted twice after moves: strike them off by row and charge pictures to inspection.',
          },
          KNITTING: {
            'zh-CN': '花型云盘由打样室认账，圆机计产盒由车间认账，两边每月各签一次字；外发厂的账号到期当天就停掉。',
            en: 'The sample room answers for pattern storage, the floor for counters on circular machines; both sign monthly.',
          },
          DYEING: {
            'zh-CN': '配色、称料、污水三套服务分别由化验室、染缸车间和污水站核对，染缸报表的存量超了先清两年前的曲线。',
            en: 'Laboratory, vat shop and effluent plant check their own service; clear curves of two years ago first.',
          },
          GARMENT: {
            'zh-CN': '三维和排料席位由版房核对，吊挂、裁床的流量归缝制车间；旺季加的席位写明哪一天减回去，由跟单提醒。',
            en: 'The pattern room checks design seats, the sewing floor its hangers and cutters; note when peak seats end.',
          },
          HOME: {
            'zh-CN':
              '打单和店铺接口费由运营认账，床品图片存储由美工认账；大促加买的资源次月必须退回，没退的要说明原因。',
            en: 'Online sales answer for labels, design for bedding pictures; what was added for a promotion goes back.',
          },
          FIBER: {
            'zh-CN':
              '历史库按点位收费，工艺科每季删一次没人看的纺丝点位；化验数据和视频回放分开计，谁要用谁在申请单上签字。',
            en: 'History is charged by point: delete unread spinning points quarterly and sign for video by department.',
          },
        },
        proof: [{ kind: 'record', 'zh-CN': '近三个月云服务账单核对记录', en: 'Checked bills of three months' }],
        ask: { 'zh-CN': '财务负责人', en: 'Head of finance' },
      };
    }),
    'seeds/measures/cloud.json': asJson<{ measures: { applies: object; lifts: object[] }[] }>(({ measures }) => {
      const forAll = measures.find(({ applies }) => Object.keys(applies).length === 0);
      forAll?.lifts.push({ question: ID, from: 0, rung: 5 });
    }),
    'tests/assessments/packs/pack-lint.test.ts': (text) =>
      text.replace(
        /(count\('cloud-adoption'\)\)\.toBe\()(\d+)/,
        (_, before: string, count: string) => `${before}${Number(count) + 1}`,
      ),
  },
  holds: async ({ load }) => {
    const { demoMills } = await load<typeof DemoMillsModule>('tests/support/demo-mills.ts');
    for (const { result, workbook } of demoMills()) {
      expect(result.packs['cloud-adoption']?.trace.map((line) => line.question)).toContain(ID);
      expect(JSON.stringify(workbook)).toContain(ID);
    }
  },
};
