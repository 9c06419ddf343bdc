//! Gives the Windows program its icons, manifest and version. Elsewhere there is nothing to do.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(windows)]
    {
        println!("cargo::rerun-if-changed=assets/windows");
        let mut resource = winresource::WindowsResource::new();
        resource.set_resource_file("assets/windows/dossier.rc");
        if let Err(error) = resource.compile() {
            println!("cargo::warning=the program gets no icon: {error}");
        }
    }
}
