/** The part of the manifest analyzer that we call; it brings no types. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<object>;
}
