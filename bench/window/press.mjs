/** Presses an element with the mouse; milliseconds from the press to the goal painted and, if asked, to saved. */
export async function press(page, selector, goal, options = {}) {
  const { x, y } = await page.evaluate((target) => globalThis.clock.aim(target), selector);
  await page.mouse.move(x, y);
  await page.evaluate(
    async ([wanted, how]) => {
      await globalThis.clock.twoFrames();
      globalThis.clock.arm(wanted, how);
    },
    [goal, options],
  );
  await page.mouse.click(x, y);
  return page.evaluate(() => globalThis.clock.timing);
}
