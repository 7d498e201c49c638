/** How an answer says that it is to be saved, and as what (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  // For those who do not read the second form, the name without what is not ASCII.
  const plain = name.normalize('NFD').replaceAll(/[^ -~]|["\\%]/g, '');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
