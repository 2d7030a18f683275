// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What Next.js adds to the options of `fetch` (next/types/global.d.ts): a client must compile beside it.
interface NextFetchRequestConfig {
  revalidate?: number | false;
  tags?: string[];
}

interface RequestInit {
  next?: NextFetchRequestConfig | undefined;
}
