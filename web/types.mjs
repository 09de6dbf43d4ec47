// Writes src/shared/http/schema.d.ts from the server's OpenAPI document.
import { writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

const source = new URL('../server/target/openapi.json', import.meta.url)
const target = new URL('src/shared/http/schema.d.ts', import.meta.url)
const anything = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)

/** An object of which nothing is said, such as an answer in an item's form, is anything at all. */
const transform = (schema) =>
  schema.type === 'object' && !schema.properties && !schema.additionalProperties ? anything : undefined

writeFileSync(target, astToString(await openapiTS(source, { transform })))
