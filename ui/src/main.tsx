import { tauri } from "./bridge/tauri";
import { mount } from "./app/mount";

mount(tauri);
