import { answer, http, type Shape } from '@/shared/http'

export type Vendor = Shape<'VendorControllerVendorView'>
export type VendorKey = Shape<'VendorControllerVendorKeyView'>

export const listVendors = (signal: AbortSignal) => answer(http.GET('/api/wearables/vendors', { signal }))

export const addVendor = (name: string, area: string) =>
  answer(http.POST('/api/wearables/vendors', { body: { name, area } }))

export const retireVendor = (id: number, reason: string) =>
  answer(http.POST('/api/wearables/vendors/{id}/retire', { params: { path: { id } }, body: { reason } }))
