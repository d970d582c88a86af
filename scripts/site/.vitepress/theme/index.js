import DefaultTheme from 'vitepress/theme-without-fonts';
import LivePicture from './LivePicture.vue';
import TryIt from './TryIt.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LivePicture', LivePicture);
    app.component('TryIt', TryIt);
  },
};
