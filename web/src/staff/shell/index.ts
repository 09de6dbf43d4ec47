export { makeRouter } from './router'
export { default as StaffApp } from './StaffApp.vue'
