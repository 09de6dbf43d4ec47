/** The styles of the parts of Vant that the app uses; their components are imported by name. */
import 'vant/es/action-sheet/style/index'
import 'vant/es/button/style/index'
import 'vant/es/config-provider/style/index'
import 'vant/es/dialog/style/index'
import 'vant/es/image-preview/style/index'
import 'vant/es/popup/style/index'
import 'vant/es/progress/style/index'
import 'vant/es/switch/style/index'
