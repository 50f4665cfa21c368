/**
 * Takes an enterprise for this tab until released; false where another tab or window has it.
 * The browser releases it when the tab goes, however it goes.
 */
export async function lockRecord(id: string): Promise<{ readonly mine: boolean; readonly release: () => void }> {
  return new Promise((resolve) => {
    void navigator.locks.request(`zhizhen/${id}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) {
        resolve({ mine: false, release: () => undefined });
        return;
      }
      await new Promise<void>((done) => resolve({ mine: true, release: done }));
    });
  });
}
