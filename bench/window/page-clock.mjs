/**
 * Put into every page before its own scripts: tells when something is painted. A goal is `{ some, count, gone }`:
 * so many elements of a selector (at least one if not said), none of another. Painted means two animation frames
 * after the document got there, since the first one only begins the picture.
 */
export function pageClock() {
  const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const until = (holds) =>
    new Promise((done) => {
      if (holds()) return done();
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        done();
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
  const reached = ({ some, count, gone }) => {
    if (gone !== undefined && document.querySelector(gone) !== null) return false;
    const found = document.querySelectorAll(some).length;
    return count === undefined ? found > 0 : found === count;
  };
  const savedSince = (moment) => Number(document.querySelector('.save-line')?.dataset.saved ?? 0) >= moment;

  const clock = {
    twoFrames,
    /** Milliseconds from the start of the navigation, or of `start`, until the goal is painted. */
    painted: async (goal, start = 0) => {
      await until(() => reached(goal));
      await twoFrames();
      return performance.now() - start;
    },
    /** Clicks from inside the page, without the mouse, and waits for the goal; for what is not timed. */
    click: (selector, goal) => {
      document.querySelector(selector).click();
      return until(() => reached(goal));
    },
    saved: (moment) => until(() => savedSince(moment)),
    /** Brings an element to the middle of the page and says where to press. */
    aim: (selector) => {
      const element = document.querySelector(selector);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + Math.min(width / 2, 60), y: top + height / 2 };
    },
    /** Starts with the next press; `timing` then says when the goal was painted and, if asked, when it was saved. */
    arm: (goal, { saves = false } = {}) => {
      clock.timing = new Promise((done) => {
        const onPress = ({ timeStamp }) => {
          const moment = Date.now();
          const saved = saves ? clock.saved(moment).then(() => performance.now() - timeStamp) : null;
          done(Promise.all([clock.painted(goal, timeStamp), saved]).then(([paint, save]) => ({ paint, save })));
        };
        addEventListener('pointerdown', onPress, { capture: true, once: true });
      });
    },
  };
  globalThis.clock = clock;
}
