// Counts down the minutes that an author gave an item. Starts when asked, stops when asked, moves nothing on.

const MINUTE = 60_000;
const isTime = (value) => Number.isFinite(value) && value >= 0;

export class Timer {
  /** `kept` is what a reload left behind. `tell(event)` hears "start", "minute" (one is left) and "over". */
  constructor(kept, changed, tell) {
    this.changed = changed;
    this.tell = tell;
    const isOurs = kept && typeof kept.item === "string" && isTime(kept.total) && isTime(kept.left) && (kept.ends === null || isTime(kept.ends));
    Object.assign(this, isOurs ? { item: kept.item, total: kept.total, rest: kept.left, ends: kept.ends } : { item: "", total: 0, rest: 0, ends: null });
    this.last = this.left;
    this.beat = setInterval(() => this.tick(), 250);
  }

  get running() { return this.ends !== null && this.left > 0; }
  /** Milliseconds. */
  get left() { return this.ends === null ? this.rest : Math.max(0, this.ends - Date.now()); }
  get state() { return { item: this.item, total: this.total, left: Math.round(this.left), ends: this.running ? this.ends : null }; }

  /** Another item has other minutes, and waits to be started. */
  take(item, minutes) {
    if (item === this.item && this.total === minutes * MINUTE) return;
    Object.assign(this, { item, total: minutes * MINUTE, rest: minutes * MINUTE, ends: null });
    this.last = this.left;
    this.changed();
  }

  toggle() {
    if (!this.total) return;
    if (this.running) this.stop();
    else {
      if (this.left === 0) this.rest = this.total;
      this.ends = Date.now() + this.left;
      this.tell("start");
    }
    this.last = this.left;
    this.changed();
  }

  stop() {
    this.rest = this.left;
    this.ends = null;
  }

  end() { clearInterval(this.beat); }

  tick() {
    const { left } = this;
    if (this.ends === null) return;
    if (this.last > MINUTE && left <= MINUTE) this.tell("minute");
    if (this.last > 0 && left === 0) {
      this.stop();
      this.tell("over");
      this.changed();
    }
    if (Math.ceil(left / 1000) !== Math.ceil(this.last / 1000)) this.changed({ quiet: true });
    this.last = left;
  }
}

/** `3:20` */
export const clock = (milliseconds) => {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;
};

/** One soft tone, for who asked for it. */
export const sound = () => {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.2, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 1.2);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 1.2);
};
