import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import house from './eslint/house.js'

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'e2e/output', 'src/shared/http/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] },
    },
    plugins: { house },
    rules: {
      'house/no-literal-text': 'error',
      'house/no-raw-link': 'error',
      'house/own-folder': 'error',
      'house/no-fetch': 'error',
      'no-console': 'error',
      'no-undef': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-v-html': 'error',
      // A composable handed down is meant to be worked with; its refs are its own.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      'vue/no-static-inline-styles': 'error',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['types.mjs', 'eslint/**', '*.config.*', 'e2e/**', 'vite/**', 'vite.config.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  prettier,
)
