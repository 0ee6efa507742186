import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts something by a key, in memory; `false` once there were more than so many points in a while. */
export type Limiter = {
  readonly take: (key: string, points?: number) => Promise<boolean>;
  readonly giveBack: (key: string, points: number) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
};

/** `duration` in seconds, from the first point on. */
export function createLimiter(points: number, duration: number): Limiter {
  const limiter = new RateLimiterMemory({ points, duration });
  return {
    take: async (key, taken = 1) => {
      try {
        await limiter.consume(key, taken);
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },
    giveBack: async (key, given) => void (await limiter.reward(key, given)),
    forget: async (key) => void (await limiter.delete(key)),
  };
}
