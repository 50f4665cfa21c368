import { Observable } from '../../platform/observable.ts';

/** Who wants to see the tour again, from wherever in the window. */
class TourWish extends Observable {
  ask(): void {
    this.tell();
  }
}

export const tourWish = new TourWish();
