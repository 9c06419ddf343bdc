//! A desktop of its own: an X server that shows on no screen, a window manager, a keyboard.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Starting the server, opening a window or a dialog, closing it: no machine takes longer.
const PATIENCE: Duration = Duration::from_mins(1);
/// A key reaches its window in less.
const PAUSE: Duration = Duration::from_millis(300);
/// Who sleeps at each of so many looks, 20 ms apart, has done what there was to do.
const LOOKS: u32 = 10;

/// A process that ends with the test.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{command:?} does not start: {error}")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended before.
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

/// Asks again and again until there is an answer.
pub fn until<T>(what: &str, mut answer: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = answer() {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain until {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The desktop. What runs on it has a home of its own and finds no session bus, so that file dialogs
/// are zenity's and not those of whoever runs the tests.
pub struct Desktop {
    _window_manager: Running,
    _server: Running,
    display: String,
    home: TempDir,
}

impl Desktop {
    /// Starts one on a display that is free.
    pub fn start() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        for tool in ["Xvfb", "openbox", "xdotool", "zenity"] {
            let installed = std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
            assert!(installed, "{tool} is not installed; ./check installs what the tests need");
        }
        let home = tempfile::tempdir().unwrap();
        let number = home.path().join("display");
        let server = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1600x1000x24"])
                .args(["-nolisten", "tcp", "-noreset", "-fbdir"])
                .arg(home.path())
                .stdout(File::create(&number).unwrap())
                .stderr(Stdio::null()),
        );
        let display = until("the X server names its display", || {
            let number = fs::read_to_string(&number).unwrap();
            number.strip_suffix('\n').map(|number| format!(":{number}"))
        });
        let mut window_manager = Command::new("openbox");
        lead_to(&mut window_manager, &display, home.path());
        let window_manager =
            Running::start(window_manager.stdout(Stdio::null()).stderr(Stdio::null()));
        let desktop = Self { _window_manager: window_manager, _server: server, display, home };
        until("a window manager is there", || desktop.xdotool(&["get_num_desktops"]));
        desktop
    }

    /// Starts a program on it.
    pub fn run(&self, command: &mut Command) -> Program<'_> {
        lead_to(command, &self.display, self.home.path());
        Program { desktop: self, process: Running::start(command) }
    }

    /// Waits until the window with a title has the keyboard.
    pub fn wait_for_title(&self, title: &str) {
        self.wait_for(&format!("the window “{title}”"), || {
            let active = self.xdotool(&["getactivewindow", "getwindowname"]);
            active.is_some_and(|active| active.trim_end() == title)
        });
    }

    /// Waits until a window of a program has the keyboard.
    pub fn wait_for_window_of(&self, program: &str) {
        self.wait_for(&format!("a window of {program}"), || {
            let windows = self.xdotool(&["search", "--onlyvisible", "--class", program]);
            let active = self.xdotool(&["getactivewindow"]).unwrap_or_default();
            windows.is_some_and(|windows| windows.lines().any(|window| window == active.trim_end()))
        });
    }

    fn wait_for(&self, window: &str, has_keyboard: impl Fn() -> bool) {
        until(&format!("{window} has the keyboard"), || has_keyboard().then_some(()));
        self.settle();
    }

    /// Waits until the program whose window has the keyboard has nothing to do: a machine may be
    /// slow, and keys pressed before a field is there are lost.
    fn settle(&self) {
        std::thread::sleep(PAUSE);
        let mut looks = 0;
        until("the program in front has nothing to do", || {
            let process = self.xdotool(&["getactivewindow", "getwindowpid"]);
            looks = if process.is_some_and(|process| sleeps(process.trim_end())) {
                looks + 1
            } else {
                0
            };
            (looks >= LOOKS).then_some(())
        });
    }

    /// Presses keys together, `ctrl+e`, and waits until they have had their effect.
    pub fn press(&self, keys: &str) {
        self.tap(keys);
        self.settle();
    }

    /// Presses keys together.
    pub fn tap(&self, keys: &str) {
        self.xdotool(&["key", keys]).unwrap_or_else(|| panic!("can't press {keys}"));
    }

    /// Types a text. Returns when its last key is pressed.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "25", text])
            .unwrap_or_else(|| panic!("can't type {text}"));
    }

    /// What xdotool prints; `None` where it fails or takes too long.
    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new("timeout");
        command.args(["30", "xdotool"]).args(arguments);
        lead_to(&mut command, &self.display, self.home.path());
        let output = command.output().unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    }

    /// Keeps what the screen shows as a PNG, read from the dump that the server keeps up to date.
    fn photograph(&self, to: &Path) -> Option<()> {
        let dump = fs::read(self.home.path().join("Xvfb_screen0")).ok()?;
        let field = |place: usize| {
            let bytes = dump.get(4 * place..4 * place + 4)?;
            usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
        };
        let (header, width, height) = (field(0)?, field(4)?, field(5)?);
        let (bytes_per_line, colours) = (field(12)?, field(19)?);
        let pixels = dump.get(header + 12 * colours..)?;
        let side = |length: usize| u32::try_from(length).ok();
        let picture = image::RgbImage::from_fn(side(width)?, side(height)?, |x, y| {
            let place = y as usize * bytes_per_line + 4 * x as usize;
            let part = |offset: usize| pixels.get(place + offset).copied().unwrap_or_default();
            image::Rgb([part(2), part(1), part(0)])
        });
        picture.save(to).ok()
    }
}

/// A program on the desktop.
pub struct Program<'d> {
    desktop: &'d Desktop,
    process: Running,
}

impl Program<'_> {
    /// Waits until it ends by itself.
    pub fn end(&mut self) -> ExitStatus {
        until("the program ends", || self.process.0.try_wait().unwrap())
    }
}

impl Drop for Program<'_> {
    /// A failure on a screen that nobody sees is hard to understand without a picture.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join("end_to_end.png");
            if self.desktop.photograph(&picture).is_some() {
                eprintln!("what the screen showed is in {}", picture.display());
            }
        }
    }
}

/// Lets a program find this desktop and nothing of the one that the tests were started on.
fn lead_to(command: &mut Command, display: &str, home: &Path) {
    command
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        // Without an address libdbus starts a bus, and with it whatever portal is installed.
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", home.join("no-bus").display()))
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11")
        // A graphics card can't draw on a server without a screen.
        .env("VK_LOADER_DRIVERS_SELECT", "*lvp*")
        .env("LC_ALL", "C.UTF-8")
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"));
}

/// Whether no thread of a process runs or is ready to.
fn sleeps(process: &str) -> bool {
    let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else { return false };
    threads.flatten().all(|thread| {
        let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        // The state stands behind the name, which is in brackets and may have blanks in it.
        stat.rsplit_once(") ").is_none_or(|(_, state)| state.starts_with(['S', 'I']))
    })
}
