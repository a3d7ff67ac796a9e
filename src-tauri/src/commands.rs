//! One handler for every command of the bridge, made from its one list.
//!
//! Tauri asks the permissions first: a command that `capabilities/main.json` does not grant
//! never comes here. Work runs beside the window's own thread, so that a picker, an unlock
//! and a sealed file never stop it from being drawn.

use std::sync::Arc;

use bridge::{Desk, Fault, FaultCode, Host, Nothing};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::ipc::{Invoke, InvokeBody, InvokeError};
use tauri::{Manager, Wry};

use crate::host::Desktop;

macro_rules! handlers {
    ($($name:ident: $request:ty => $view:ty,)*) => {
        /// Takes one call of the page; false when there is no such command.
        pub(crate) fn handle(invoke: Invoke<Wry>) -> bool {
            match invoke.message.command() {
                $(stringify!($name) => answer(invoke, bridge::commands::$name),)*
                _ => return false,
            }
            true
        }
    };
}
bridge::with_commands!(handlers);

type Command<R, V> = fn(&Desk, &dyn Host, R) -> Result<V, Fault>;

fn answer<R, V>(invoke: Invoke<Wry>, command: Command<R, V>)
where
    R: DeserializeOwned + Send + 'static,
    V: Serialize + Send + 'static,
{
    let Invoke {
        message, resolver, ..
    } = invoke;
    let desk = Arc::clone(&message.webview_ref().state::<Arc<Desk>>());
    let host = Arc::clone(&message.webview_ref().state::<Arc<Desktop>>());
    let request = read::<R>(message.payload());
    // Counted from here on: a window that closes waits for what was sent.
    let doing = host.sent().begin();
    resolver.respond_async(async move {
        let work = move || {
            let _doing = doing;
            command(&desk, host.as_ref(), request?)
        };
        match tauri::async_runtime::spawn_blocking(work).await {
            Ok(done) => done.map_err(InvokeError::from),
            Err(_) => Err(InvokeError::from(broken())),
        }
    });
}

fn read<R: DeserializeOwned>(payload: &InvokeBody) -> Result<R, Fault> {
    let nothing = serde_json::to_value(Nothing {}).unwrap_or_default();
    let request = match payload {
        InvokeBody::Json(arguments) => arguments.get("request").unwrap_or(&nothing),
        InvokeBody::Raw(_) => &Value::Null,
    };
    R::deserialize(request).map_err(|_| {
        Fault::input("The page asked for something that the program does not know.")
    })
}

/// The fault of a command that broke off. The vault was closed, see [`crate::panics`].
fn broken() -> Fault {
    Fault {
        code: FaultCode::Locked,
        message: "Something went wrong inside the program, so the vault was locked. \
                  What was shown as saved is saved."
            .to_owned(),
        hint: "Unlock the vault and look at the last thing you did.".to_owned(),
        reference: "X1".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_without_a_request_asks_nothing() {
        assert!(read::<Nothing>(&InvokeBody::Json(serde_json::json!({}))).is_ok());
    }

    #[test]
    fn a_request_that_is_not_understood_is_a_fault_that_repeats_none_of_it() {
        let body = InvokeBody::Json(serde_json::json!({ "request": { "folder": "secret" } }));
        let fault = read::<bridge::request::UnlockRequest>(&body).err().unwrap();
        assert_eq!(fault.code, FaultCode::Input);
        assert!(!fault.message.contains("secret"));
    }
}
