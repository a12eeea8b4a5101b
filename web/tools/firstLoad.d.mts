type Part = {file: string; name?: string; css?: string[]; assets?: string[]; imports?: string[]; dynamicImports?: string[]};
export const PROMISED: number;
export function firstLoad(manifest: Record<string, Part>, languages?: string[]): Record<string, string[]>;
