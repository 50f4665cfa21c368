/**
 * Files that a plan and a report are made with, by the name they have beside the window, and the packages that they come from.
 * @type {Readonly<Record<'NotoSansSC-Regular.ttf' | 'NotoSansSC-Bold.ttf' | 'harfbuzz-subset.wasm' | 'highs.wasm', string>>}
 */
export const REPORT_DATA = {
  'NotoSansSC-Regular.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'harfbuzz-subset.wasm': 'harfbuzzjs/dist/harfbuzz-subset.wasm',
  'highs.wasm': 'highs/runtime',
};
